import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { isPoint, pointTitle } from './compliance-points.server';

export type PracticeRecorded = { kind: 'recorded'; practiceId: string } | { kind: 'refused'; code: 'text-missing' | 'unknown-point' };

/** Notes what goes well at a supplier: no finding, and no points. */
export async function recordGoodPractice(
  db: TenantDb,
  options: { partyId: string; auditId?: string | null; text: string; compliancePoint: string | null; userId: string },
): Promise<PracticeRecorded> {
  const { partyId, auditId = null, compliancePoint, userId } = options;
  const text = options.text.trim();
  if (text === '') return { kind: 'refused', code: 'text-missing' };
  if (compliancePoint !== null && !isPoint(compliancePoint)) return { kind: 'refused', code: 'unknown-point' };
  const { id } = await db.goodPractice.create({
    data: { partyId, auditId, text, compliancePoint, recordedById: userId },
    select: { id: true },
  });
  await recordActivity(db, { recordKind: 'supplier', recordId: partyId, act: 'record-practice', userId, after: { goodPractice: text } });
  return { kind: 'recorded', practiceId: id };
}

/** Removes a note; false when it does not exist. It stays in the history. */
export async function removeGoodPractice(
  db: TenantDb,
  options: { partyId: string; practiceId: string; userId: string; now: Date },
): Promise<boolean> {
  const { partyId, practiceId, userId, now } = options;
  const found = await db.goodPractice.findFirst({ where: { id: practiceId, partyId, removedAt: null }, select: { text: true } });
  if (!found) return false;
  await db.goodPractice.updateMany({ where: { id: practiceId }, data: { removedAt: now } });
  const before = { goodPractice: found.text };
  await recordActivity(db, { recordKind: 'supplier', recordId: partyId, act: 'remove-practice', userId, before });
  return true;
}

/** What goes well at a supplier, the newest first; the newest hundred. */
export async function listGoodPractices(db: TenantDb, options: { partyId: string; auditId?: string }) {
  const rows = await db.goodPractice.findMany({
    where: { ...options, removedAt: null },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { id: true, text: true, compliancePoint: true, recordedById: true, recordedAt: true },
  });
  const names = await namePeople(
    db,
    rows.map(({ recordedById }) => recordedById),
  );
  return rows.map(({ recordedById, ...row }) => ({
    ...row,
    pointTitle: pointTitle(row.compliancePoint),
    recordedBy: names.get(recordedById) ?? null,
  }));
}
