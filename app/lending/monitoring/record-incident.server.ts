import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockDeal } from '~/lending/deal-record/find-deal.server';
import { dateOf, isoDay } from '~/lending/covenants/find-covenant.server';
import type { IncidentKind } from './monitoring-lists';
import { inList, noticesOf } from '~/lending/covenants/covenant-lists';
import { deadlineOf, noticeOf } from './notice-clock';

export type IncidentFields = {
  kind: IncidentKind;
  /** Empty for a sensitive case, as are the numbers. */
  text: string;
  happenedAt: Date;
  learnedAt: Date;
  /** When it was reported to the lender; null where it was not yet. */
  reportedAt: Date | null;
  died: number | null;
  harmed: number | null;
};
export type IncidentActed =
  | { kind: 'recorded'; incidentId: string; number: number }
  | { kind: 'told' | 'followed' | 'closed' | 'unknown' }
  | { kind: 'refused'; code: 'incident-closed' | 'told-already' | 'told-before' | 'told-future' };

/** Records an incident; its deadline follows the notification covenants in force when the client learned of it, and never changes. */
export async function recordIncident(
  db: TenantDb,
  fields: IncidentFields,
  by: { dealId: string; userId: string; now: Date },
): Promise<IncidentActed> {
  const found = await lockDeal(db, by.dealId);
  if (!found) return { kind: 'unknown' };
  const learnedOn = dateOf(isoDay(fields.learnedAt));
  const covenants = await db.covenant.findMany({
    where: { dealId: found.id, kind: 'notification', OR: [{ endedOn: null }, { endedOn: { gte: learnedOn } }] },
    select: { id: true, noticeHours: true, noticeOf: true },
  });
  const notices = covenants.flatMap(({ id, noticeHours, noticeOf: of }) =>
    noticeHours === null ? [] : [{ covenantId: id, hours: noticeHours, of: inList(noticesOf, of ?? 'any') }],
  );
  const notice = noticeOf(fields.kind, notices);
  const last = await db.monitoringIncident.aggregate({ where: { dealId: found.id }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const { id } = await db.monitoringIncident.create({
    data: {
      ...{ ...fields, dealId: found.id, number, recordedById: by.userId, recordedAt: by.now },
      ...{ noticeHours: notice?.hours ?? null, covenantId: notice?.covenantId ?? null },
      deadlineAt: notice && deadlineOf(fields.learnedAt, notice.hours),
    },
    select: { id: true },
  });
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.id, act: 'record-incident', userId: by.userId },
    after: { incident: number, about: fields.kind },
  });
  return { kind: 'recorded', incidentId: id, number };
}

export type IncidentNoteGiven = { kind: 'told'; reportedAt: Date } | { kind: 'follow-up' | 'closed'; text: string };

/** Records when the incident was reported to the lender (once), a follow-up, or its closure with the reason. */
export async function followIncident(
  db: TenantDb,
  given: IncidentNoteGiven,
  by: { incidentId: string; dealId: string; userId: string; now: Date },
): Promise<IncidentActed> {
  if (!z.tuple([z.guid(), z.guid()]).safeParse([by.incidentId, by.dealId]).success) return { kind: 'unknown' };
  await db.$queryRaw`SELECT 1 FROM "MonitoringIncident" WHERE "id" = ${by.incidentId}::uuid FOR NO KEY UPDATE`;
  const found = await db.monitoringIncident.findFirst({
    where: { id: by.incidentId, dealId: by.dealId },
    select: { id: true, number: true, status: true, reportedAt: true, happenedAt: true },
  });
  if (!found) return { kind: 'unknown' };
  if (found.status === 'closed') return { kind: 'refused', code: 'incident-closed' };
  if (given.kind === 'told') {
    if (found.reportedAt) return { kind: 'refused', code: 'told-already' };
    if (given.reportedAt < found.happenedAt) return { kind: 'refused', code: 'told-before' };
    if (given.reportedAt > by.now) return { kind: 'refused', code: 'told-future' };
    await db.monitoringIncident.updateMany({ where: { id: found.id }, data: { reportedAt: given.reportedAt } });
  }
  if (given.kind === 'closed') await db.monitoringIncident.updateMany({ where: { id: found.id }, data: { status: 'closed' } });
  const text = given.kind === 'told' ? '' : given.text;
  await db.incidentNote.create({
    data: { incidentId: found.id, kind: given.kind, text, byUserId: by.userId, at: by.now },
    select: { id: true },
  });
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: by.dealId, act: `incident-${given.kind}`, userId: by.userId },
    after: { incident: found.number },
  });
  return { kind: given.kind === 'follow-up' ? 'followed' : given.kind };
}
