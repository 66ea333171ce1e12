import { givenText } from '~/platform/http/given-text';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { decideTerms, type TermDecision } from '~/suppliers/classification/decide-term.server';
import { m } from '~/paraglide/messages';
import { repairBatch } from '../repair-batch.server';
import { batchMappingSchema } from '../schema';
import { startStaging } from '../start-staging.server';
import { closedFieldOf } from './closed-fields';
import { type ClosedColumn, readAllValues } from './read-closed-values.server';

type Who = { batchId: string; organizationId: string; userId: string };
/** A row of the page as it was drawn and sent: its value, as what it was read, and what the member chose. */
type SentRow = { value: string; was: string; to: string; isTicked: boolean };

/**
 * The buttons of the page of a closed list's values: remembers for the organization what values mean, and has the rows read again. `do` is `save` (what was
 * chosen on the page), `accept` (all suggestions of the column), `set` or `ignore` (the ticked values), `pick:N:code` (one candidate) or `forget:N`.
 * The sentence that says why not, else null.
 */
export async function handleClosedValues(inOrganization: InOrganization, form: FormData, who: Who): Promise<string | null> {
  const done = await inOrganization(async (db) => {
    const column = await readColumn(db, who.batchId, givenText(form, 'column'));
    if (column === null) return 'too-late';
    const decisions = await decisionsOf(db, form, column);
    if (decisions.length === 0) return 'nothing';
    // Before the batch counts as not read: a value that is none of the list changes nothing.
    if (!(await decideTerms(db, decisions, who.userId))) return 'wrong';
    const terms = Object.fromEntries(decisions.map(({ text, value }) => [`${column.field}: ${text.slice(0, 80)}`, value ?? '']));
    const repaired = await repairBatch(db, { ...who, repairs: [{ kind: 'terms', terms }] });
    return repaired.kind === 'repaired' ? 'decided' : repaired.kind === 'too-many' ? 'too-many' : 'too-late';
  });
  if (done === 'decided') await startStaging(inOrganization, who);
  return errors[done]();
}

const errors: Record<'decided' | 'nothing' | 'wrong' | 'too-many' | 'too-late', () => string | null> = {
  decided: () => null,
  nothing: m.import_cleaning_closed_error_nothing,
  wrong: m.import_cleaning_closed_error_value,
  'too-many': m.import_cleaning_too_many,
  'too-late': m.import_too_late,
};

async function readColumn(db: TenantDb, batchId: string, written: string): Promise<ClosedColumn | null> {
  const batch = await db.importBatch.findFirst({ where: { id: batchId, status: 'staged' }, select: { mapping: true, headers: true } });
  const mapping = batchMappingSchema.safeParse(batch?.mapping).data;
  const column = /^\d{1,3}$/.test(written) ? Number(written) : -1;
  const mapped = mapping?.columns[column];
  const field = closedFieldOf(mapped);
  const header: unknown = Array.isArray(batch?.headers) ? batch.headers[column] : undefined;
  return mapped && field && typeof header === 'string' ? { batchId, column, header, mapped, field } : null;
}

async function decisionsOf(db: TenantDb, form: FormData, column: ClosedColumn): Promise<TermDecision[]> {
  const { field } = column;
  const rows = sentRows(form);
  const [act = '', at = '', ...rest] = givenText(form, 'do').split(':');
  const decide = (text: string, value: TermDecision['value']): TermDecision => ({ field, text, value });
  switch (act) {
    case 'accept':
      return (await readAllValues(db, column)).flatMap(({ value, proposal }) => (proposal === null ? [] : [decide(value, proposal)]));
    case 'set': {
      const to = givenText(form, 'all');
      return to === '' ? [] : rows.flatMap(({ value, isTicked }) => (isTicked ? [decide(value, to)] : []));
    }
    case 'ignore':
      return rows.flatMap(({ value, isTicked }) => (isTicked ? [decide(value, null)] : []));
    case 'pick':
    case 'forget': {
      const row = rows[Number(at)];
      return row ? [decide(row.value, act === 'forget' ? undefined : rest.join(':'))] : [];
    }
    case 'save':
      return rows.flatMap(({ value, was, to }) => (to === was ? [] : [decide(value, to === '' ? null : to)]));
    default:
      return [];
  }
}

function sentRows(form: FormData): SentRow[] {
  const ticked = new Set(form.getAll('pick'));
  return form.getAll('from').flatMap((from, at) => {
    const value = readValue(from);
    return value === null
      ? []
      : [{ value, was: givenText(form, `was.${at}`), to: givenText(form, `to.${at}`), isTicked: ticked.has(String(at)) }];
  });
}

/** A value that travelled as JSON, so that its line ends come back as they were. */
function readValue(value: FormDataEntryValue): string | null {
  try {
    const text: unknown = JSON.parse(String(value));
    return typeof text === 'string' && text !== '' ? text : null;
  } catch {
    return null;
  }
}
