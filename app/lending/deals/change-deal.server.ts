import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockDeal } from '~/lending/deal-record/find-deal.server';
import { readRecord } from '~/lending/deal-record/read-record';
import { columnsOf, type DealRecord, loggedFields } from '~/lending/deal-record/record';

export type DealChanged =
  | { kind: 'changed' | 'same' | 'unknown' }
  | { kind: 'refused'; code: 'changed-meanwhile' | 'is-declined'; revision: number };

/**
 * Changes the record. `revision`: the one the form was made from; if the record changed since, nothing is written and the form is shown again with its values.
 * A screening made from other facts no longer counts (`fitsRecord`).
 */
export async function changeDeal(
  db: TenantDb,
  record: DealRecord,
  options: { dealId: string; revision: number; userId: string },
): Promise<DealChanged> {
  const found = await lockDeal(db, options.dealId);
  if (!found) return { kind: 'unknown' };
  if (found.status === 'declined') return { kind: 'refused', code: 'is-declined', revision: found.revision };
  if (found.revision !== options.revision) return { kind: 'refused', code: 'changed-meanwhile', revision: found.revision };
  const [before, after] = [loggedFields(readRecord(found)), loggedFields(record)];
  const changed = Object.keys(after).filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return { kind: 'same' };
  await db.deal.updateMany({ where: { id: found.id }, data: { ...columnsOf(record), revision: { increment: 1 } } });
  const only = (fields: typeof after) => Object.fromEntries(changed.map((field) => [field, fields[field] ?? null]));
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: found.id,
    act: 'edit',
    userId: options.userId,
    before: only(before),
    after: only(after),
  });
  return { kind: 'changed' };
}
