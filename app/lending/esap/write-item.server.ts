import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { writeAmount } from './amount';
import { type ItemRow, itemColumns, plannedColumns, plannedOf, readItemRow } from './item-columns';
import { lockPlan, nextNumber, type PlanClosed } from './lock-plan.server';
import { isChangeable, mostLines, type Planned, plannedFields } from './plan-lists';

export type ItemAdded = { kind: 'added'; itemId: string; number: number } | PlanClosed | { kind: 'refused'; code: 'too-many-lines' };
export type ItemAmended =
  | { kind: 'amended' | 'same' }
  | PlanClosed
  | { kind: 'refused'; code: 'not-open' }
  | { kind: 'refused'; code: 'line-changed'; revision: number };

/** Adds a line by hand. */
export async function addItem(db: TenantDb, planned: Planned, options: { dealId: string; userId: string; now: Date }): Promise<ItemAdded> {
  const { dealId, userId, now } = options;
  const locked = await lockPlan(db, dealId);
  if (locked.kind !== 'found') return locked;
  const number = await nextNumber(db, dealId);
  if (number > mostLines) return { kind: 'refused', code: 'too-many-lines' };
  const { id: itemId } = await db.esapItem.create({
    data: { ...plannedColumns(planned), dealId, number, createdById: userId, createdAt: now },
    select: { id: true },
  });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: dealId,
    act: 'add-plan-lines',
    userId,
    after: { planItems: String(number), ...toldOf(planned) },
  });
  return { kind: 'added', itemId, number };
}

/** What is planned as the history keeps it: the cost with its currency, since neither says anything without the other. */
function toldOf({ costMinor, currency, ...planned }: Planned) {
  return { ...planned, cost: costMinor === null || currency === null ? null : `${currency} ${writeAmount(costMinor, currency)}` };
}

/** A line of this plan, or null. */
export async function findItem(db: TenantDb, of: { dealId: string; itemId: string }): Promise<ItemRow | null> {
  const [dealId, id] = [of.dealId, of.itemId].map((given) => z.guid().safeParse(given).data);
  if (!dealId || !id) return null;
  const row = await db.esapItem.findFirst({ where: { id, dealId }, select: itemColumns });
  return row && readItemRow(row);
}

/**
 * Changes what is planned of a line that is open or in progress. `revision` is the one that the form was made from: when somebody else changed the line
 * since, nothing is written.
 */
export async function amendItem(
  db: TenantDb,
  planned: Planned,
  options: { dealId: string; itemId: string; revision: number; userId: string },
): Promise<ItemAmended> {
  const locked = await lockPlan(db, options.dealId);
  if (locked.kind !== 'found') return locked;
  const line = await findItem(db, options);
  if (!line) return { kind: 'unknown' };
  if (!isChangeable(line.status)) return { kind: 'refused', code: 'not-open' };
  if (line.revision !== options.revision) return { kind: 'refused', code: 'line-changed', revision: line.revision };
  return (await writePlanned(db, line, { planned, ...options })) ? { kind: 'amended' } : { kind: 'same' };
}

/** Writes what is planned where it differs, with its history; false where nothing does. Only under the lock. */
export async function writePlanned(
  db: TenantDb,
  line: ItemRow,
  options: { planned: Planned; dealId: string; userId: string },
): Promise<boolean> {
  const { planned, dealId, userId } = options;
  const before = plannedOf(line);
  if (plannedFields.every((field) => before[field] === planned[field])) return false;
  await db.esapItem.updateMany({ where: { id: line.id }, data: { ...plannedColumns(planned), revision: { increment: 1 } } });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: dealId,
    act: 'amend-plan-line',
    userId,
    before: toldOf(before),
    after: { ...toldOf(planned), planLine: line.number },
  });
  return true;
}
