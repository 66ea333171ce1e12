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
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** One event per record and act, listing each field's before and after. */
export async function recordActivity(db: TenantDb, act: Act): Promise<void> {
  await db.activity.create({
    data: {
      recordKind: act.recordKind,
      recordId: act.recordId,
      act: act.act,
      userId: act.userId ?? null,
      changes: JSON.parse(JSON.stringify(changesBetween(act.before, act.after))),
    },
  });
}
