import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { habitChoices } from './pipeline/habits';
import type { Fix, Repairs } from './pipeline/repairs';
import { repairsSchema } from './pipeline/repairs';

/** One decision about a batch's cells; `habit` and `fix` without a value take an earlier decision back. */
export type Repair =
  | { kind: 'habit'; column: number; value: string | null }
  | { kind: 'fix'; column: number; code: Fix['code']; how: Fix['how'] | null }
  /** `to` equal to `from` takes the replacement back. */
  | { kind: 'values'; column: number; values: readonly { from: string; to: string }[] }
  /** One cell; `to` equal to `from` takes the replacement back. */
  | { kind: 'cell'; column: number; row: number; from: string; to: string }
  /** A row that is left out or taken as an entry; null takes an earlier decision back. */
  | { kind: 'row'; row: number; what: 'out' | 'in' | null }
  | { kind: 'terms'; terms: Readonly<Record<string, string>> };

export type Repaired = { kind: 'repaired' } | { kind: 'unknown-batch' } | { kind: 'too-many' };

const habits: ReadonlySet<string> = new Set(Object.values(habitChoices).flat());

/**
 * Keeps decisions about the cells of a batch that was read. The batch counts as not read until it is staged again; the file and the rows
 * as written are not touched.
 */
export async function repairBatch(
  db: TenantDb,
  options: { batchId: string; userId: string; repairs: readonly Repair[] },
): Promise<Repaired> {
  const where = { id: options.batchId, status: { in: ['received', 'staged'] } };
  await db.$executeRaw`SELECT 1 FROM "ImportBatch" WHERE "id" = ${options.batchId}::uuid FOR NO KEY UPDATE`;
  const batch = await db.importBatch.findFirst({ where, select: { repairs: true, headers: true } });
  if (!batch) return { kind: 'unknown-batch' };
  const before = repairsSchema.parse(batch.repairs ?? {});
  const after = repairsSchema.safeParse(options.repairs.reduce(decide, before));
  if (!after.success) return { kind: 'too-many' };
  await db.importBatch.updateMany({ where, data: { repairs: JSON.parse(JSON.stringify(after.data)), status: 'received' } });
  const headers = Array.isArray(batch.headers) ? batch.headers : [];
  await recordActivity(db, {
    recordKind: 'import-batch',
    recordId: options.batchId,
    act: 'edit',
    userId: options.userId,
    before: toldOf(before, headers),
    after: toldOf(after.data, headers),
  });
  return { kind: 'repaired' };
}

function decide(repairs: Repairs, repair: Repair): Repairs {
  if (repair.kind === 'terms') return { ...repairs, terms: { ...repairs.terms, ...repair.terms } };
  if (repair.kind === 'row') {
    const { [String(repair.row)]: _, ...others } = repairs.rows;
    return { ...repairs, rows: repair.what === null ? others : { ...others, [repair.row]: repair.what } };
  }
  const { column } = repair;
  switch (repair.kind) {
    case 'habit': {
      const { [String(column)]: _, ...others } = repairs.habits;
      const isKnown = repair.value !== null && habits.has(repair.value);
      return { ...repairs, habits: isKnown ? { ...others, [column]: repair.value ?? '' } : others };
    }
    case 'fix': {
      const { code, how } = repair;
      const fixes = repairs.fixes.filter((fix) => fix.column !== column || fix.code !== code);
      return { ...repairs, fixes: how === null ? fixes : [...fixes, { column, code, how }] };
    }
    case 'values': {
      const touched = new Set(repair.values.map(({ from }) => from));
      const kept = repairs.edits.filter((edit) => edit.column !== column || edit.row !== undefined || !touched.has(edit.from));
      return { ...repairs, edits: [...kept, ...repair.values.flatMap(({ from, to }) => (from === to ? [] : [{ column, from, to }]))] };
    }
    case 'cell': {
      const { row, from, to } = repair;
      const kept = repairs.edits.filter((edit) => edit.column !== column || edit.row !== row);
      const isTakenBack = from === to && !kept.some((edit) => edit.column === column && edit.row === undefined && edit.from === from);
      return { ...repairs, edits: isTakenBack ? kept : [...kept, { column, from, to, row }] };
    }
    default: {
      const never: never = repair;
      return never;
    }
  }
}

/** Decisions as activity tells them: by column and, of values, by what was replaced. */
function toldOf(repairs: Repairs, headers: readonly unknown[]): Record<string, string> {
  const name = (column: number) => String(headers[column] ?? column + 1);
  return Object.fromEntries([
    ...Object.entries(repairs.habits).map(([column, value]) => [`${name(Number(column))}: habit`, value]),
    ...repairs.fixes.map(({ column, code, how }) => [`${name(column)}: ${code}`, how]),
    ...repairs.edits.map(({ column, from, to, row }) => [
      `${name(column)}${row === undefined ? '' : ` ${row}`}: ${from.slice(0, 80)}`,
      to.slice(0, 80),
    ]),
    ...Object.entries(repairs.rows).map(([row, what]) => [`row ${row}`, what]),
    ...Object.entries(repairs.terms),
  ]);
}
