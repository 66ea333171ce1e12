import { givenText } from '~/platform/http/given-text';
import type { InOrganization } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import { problemCodes } from './pipeline/problems';
import { fixKinds } from './pipeline/repairs';
import { type Repair, repairBatch } from './repair-batch.server';
import { startStaging } from './start-staging.server';

type Who = { batchId: string; organizationId: string; userId: string };

export const repairIntents = ['habits', 'fix', 'values', 'cell', 'row'] as const;

/** The forms of the cleaning step: keeps what was decided and has the rows read again by it. The sentence that says why not, else null. */
export async function handleRepairsAction(
  inOrganization: InOrganization,
  form: FormData,
  who: Who & { intent: (typeof repairIntents)[number] },
): Promise<string | null> {
  const repairs = readRepairs(form, who.intent);
  if (repairs === null) return m.import_too_late();
  const repaired = await inOrganization((db) => repairBatch(db, { ...who, repairs }));
  if (repaired.kind === 'unknown-batch') return m.import_too_late();
  if (repaired.kind === 'too-many') return m.import_cleaning_too_many();
  await startStaging(inOrganization, who);
  return null;
}

function readRepairs(form: FormData, intent: (typeof repairIntents)[number]): Repair[] | null {
  switch (intent) {
    case 'habits':
      return [...form].flatMap(([name, value]): Repair[] => {
        const column = /^habit-(\d{1,3})$/.exec(name)?.[1];
        return column === undefined || typeof value !== 'string'
          ? []
          : [{ kind: 'habit', column: Number(column), value: value === '' ? null : value }];
      });
    case 'fix': {
      const [column = '', word, way] = givenText(form, 'fix').split(' ');
      const code = problemCodes.find((known) => known === word);
      if (!/^\d{1,3}$/.test(column) || code === undefined) return null;
      return [{ kind: 'fix', column: Number(column), code, how: fixKinds.find((known) => known === way) ?? null }];
    }
    case 'values': {
      const column = givenText(form, 'column');
      const from = form.getAll('from').map(readText);
      const to = form.getAll('to').map((value) => String(value).replace(/\r\n/g, '\n').trim());
      if (!/^\d{1,3}$/.test(column) || from.length !== to.length || from.includes(null)) return null;
      return [{ kind: 'values', column: Number(column), values: from.map((value, at) => ({ from: value ?? '', to: to[at] ?? '' })) }];
    }
    case 'cell': {
      const [column, row] = [givenText(form, 'column'), givenText(form, 'row')];
      const from = readText(form.get('from') ?? '');
      if (!/^\d{1,3}$/.test(column) || !/^[1-9]\d{0,8}$/.test(row) || from === null) return null;
      return [{ kind: 'cell', column: Number(column), row: Number(row), from, to: givenText(form, 'to').trim().slice(0, 1_000) }];
    }
    case 'row': {
      const [row, what] = [givenText(form, 'row'), givenText(form, 'what')];
      if (!/^[1-9]\d{0,8}$/.test(row)) return null;
      return [{ kind: 'row', row: Number(row), what: what === 'out' || what === 'in' ? what : null }];
    }
    default: {
      const never: never = intent;
      return never;
    }
  }
}

/** A cell that travelled as JSON, so that its line ends come back as they were. */
function readText(value: FormDataEntryValue): string | null {
  try {
    const text: unknown = JSON.parse(String(value));
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
