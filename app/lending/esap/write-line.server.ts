import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { writeAmount } from './amount';
import { type LineRow, lineColumns, plannedColumns, plannedOf, readLineRow } from './line-columns';
import { lockPlan, nextNumber, type PlanClosed } from './lock-plan.server';
import { isChangeable, mostLines, type Planned, plannedFields } from './plan-lists';

export type LineAdded = { kind: 'added'; lineId: string; number: number } | PlanClosed | { kind: 'refused'; code: 'too-many-lines' };
export type LineAmended =
  | { kind: 'amended' | 'same' }
  | PlanClosed
  | { kind: 'refused'; code: 'not-open' }
  | { kind: 'refused'; code: 'line-changed'; revision: number };

/** Adds a line by hand. */
export async function addLine(
  db: TenantDb,
  planned: Planned,
  options: { transactionId: string; userId: string; now: Date },
): Promise<LineAdded> {
  const { transactionId, userId, now } = options;
  const locked = await lockPlan(db, transactionId);
  if (locked.kind !== 'found') return locked;
  const number = await nextNumber(db, transactionId);
  if (number > mostLines) return { kind: 'refused', code: 'too-many-lines' };
  const { id: lineId } = await db.esapLine.create({
    data: { ...plannedColumns(planned), transactionId, number, createdById: userId, createdAt: now },
    select: { id: true },
  });
  await recordActivity(db, {
    recordKind: 'transaction',
    recordId: transactionId,
    act: 'add-plan-lines',
    userId,
    after: { planLines: String(number), ...toldOf(planned) },
  });
  return { kind: 'added', lineId, number };
}

/** What is planned as the history keeps it: the cost with its currency, since neither says anything without the other. */
function toldOf({ costMinor, currency, ...planned }: Planned) {
  return { ...planned, cost: costMinor === null || currency === null ? null : `${currency} ${writeAmount(costMinor, currency)}` };
}

/** A line of this plan, or null. */
export async function findLine(db: TenantDb, of: { transactionId: string; lineId: string }): Promise<LineRow | null> {
  const [transactionId, id] = [of.transactionId, of.lineId].map((given) => z.guid().safeParse(given).data);
  if (!transactionId || !id) return null;
  const row = await db.esapLine.findFirst({ where: { id, transactionId }, select: lineColumns });
  return row && readLineRow(row);
}

/**
 * Changes what is planned of a line that is open or in progress. `revision` is the one that the form was made from: when somebody else changed the line
 * since, nothing is written.
 */
export async function amendLine(
  db: TenantDb,
  planned: Planned,
  options: { transactionId: string; lineId: string; revision: number; userId: string },
): Promise<LineAmended> {
  const locked = await lockPlan(db, options.transactionId);
  if (locked.kind !== 'found') return locked;
  const line = await findLine(db, options);
  if (!line) return { kind: 'unknown' };
  if (!isChangeable(line.status)) return { kind: 'refused', code: 'not-open' };
  if (line.revision !== options.revision) return { kind: 'refused', code: 'line-changed', revision: line.revision };
  return (await writePlanned(db, line, { planned, ...options })) ? { kind: 'amended' } : { kind: 'same' };
}

/** Writes what is planned where it differs, with its history; false where nothing does. Only under the lock. */
export async function writePlanned(
  db: TenantDb,
  line: LineRow,
  options: { planned: Planned; transactionId: string; userId: string },
): Promise<boolean> {
  const { planned, transactionId, userId } = options;
  const before = plannedOf(line);
  if (plannedFields.every((field) => before[field] === planned[field])) return false;
  await db.esapLine.updateMany({ where: { id: line.id }, data: { ...plannedColumns(planned), revision: { increment: 1 } } });
  await recordActivity(db, {
    recordKind: 'transaction',
    recordId: transactionId,
    act: 'amend-plan-line',
    userId,
    before: toldOf(before),
    after: { ...toldOf(planned), planLine: line.number },
  });
  return true;
}
