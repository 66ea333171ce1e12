import type { TenantDb } from '~/access/tenant-db.server';

export type Change = { field: string; before: unknown; after: unknown };
export type Act = {
  recordKind: string;
  recordId: string;
  act: string;
  userId?: string | undefined;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** The fields whose JSON differs, in the order of their names. A field that is missing counts as null. */
export function changesBetween(before: Record<string, unknown> = {}, after: Record<string, unknown> = {}): Change[] {
  const fields = Object.keys(after);
  const gone = Object.keys(before).filter((field) => !(field in after));
  return [...fields, ...gone]
    .sort()
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => !isSame(change.before, change.after));
}

/** Whether both are written alike as JSON. */
function isSame(before: unknown, after: unknown): boolean {
  if (before === null || after === null) return before === after;
  return JSON.stringify(before) === JSON.stringify(after);
}

/** One event per record and act, listing each field's before and after. */
export async function recordActivity(db: TenantDb, act: Act): Promise<void> {
  await recordActivities(db, [act]);
}

/** The events of many records, in one statement. */
export async function recordActivities(db: TenantDb, acts: readonly Act[]): Promise<void> {
  await db.activity.createMany({
    data: acts.map(({ recordKind, recordId, act, userId, before, after }) => ({
      recordKind,
      recordId,
      act,
      userId: userId ?? null,
      changes: JSON.parse(JSON.stringify(changesBetween(before, after))),
    })),
  });
}
