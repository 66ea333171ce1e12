import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockDeal } from '~/lending/deal-record/find-deal.server';
import { periodsUntil } from './report-periods';
import { dateOf, isoDay } from '~/lending/covenants/find-covenant.server';
import { keepReportDue } from './keep-due.server';
import { type ReportFrequency, reportFrequencies } from './monitoring-lists';
import { inList } from '~/lending/covenants/covenant-lists';

export type ScheduleActed =
  | { kind: 'scheduled' | 'ended' | 'unknown' }
  | { kind: 'refused'; code: 'loan-over' | 'schedule-going' | 'period-overlaps' | 'not-a-period-end' };
type By = { dealId: string; userId: string };

/** Says which reports the client owes from a day on; one schedule at a time, and none over the periods of an earlier one. */
export async function scheduleReports(
  db: TenantDb,
  given: { frequency: ReportFrequency; firstPeriodFrom: string; dueDays: number },
  by: By,
): Promise<ScheduleActed> {
  const found = await lockDeal(db, by.dealId);
  if (!found) return { kind: 'unknown' };
  if (found.status === 'declined' || found.status === 'exited') return { kind: 'refused', code: 'loan-over' };
  const earlier = await db.reportSchedule.findMany({ where: { dealId: found.id }, select: { endedOn: true } });
  if (earlier.some(({ endedOn }) => endedOn === null)) return { kind: 'refused', code: 'schedule-going' };
  if (earlier.some(({ endedOn }) => endedOn !== null && isoDay(endedOn) >= given.firstPeriodFrom))
    return { kind: 'refused', code: 'period-overlaps' };
  const { frequency, firstPeriodFrom, dueDays } = given;
  const { id } = await db.reportSchedule.create({
    data: { dealId: found.id, frequency, firstPeriodFrom: dateOf(firstPeriodFrom), dueDays, createdById: by.userId },
    select: { id: true },
  });
  await keepReportDue(db, id);
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.id, act: 'schedule-reports', userId: by.userId },
    after: given,
  });
  return { kind: 'scheduled' };
}

/** Ends a schedule with a period: `endedOn` is the last day of one that has begun. No later reports are due. */
export async function endSchedule(
  db: TenantDb,
  { scheduleId, endedOn, reason, today }: { scheduleId: string; endedOn: string; reason: string; today: string },
  by: By,
): Promise<ScheduleActed> {
  const found = await lockDeal(db, by.dealId);
  if (!found || !z.guid().safeParse(scheduleId).success) return { kind: 'unknown' };
  const schedule = await db.reportSchedule.findFirst({ where: { id: scheduleId, dealId: found.id, endedOn: null } });
  if (!schedule) return { kind: 'unknown' };
  const { dueDays } = schedule;
  const periods = periodsUntil(
    { frequency: inList(reportFrequencies, schedule.frequency), firstPeriodFrom: isoDay(schedule.firstPeriodFrom), dueDays, endedOn: null },
    today,
  );
  if (!periods.some(({ to }) => to === endedOn)) return { kind: 'refused', code: 'not-a-period-end' };
  await db.reportSchedule.updateMany({ where: { id: schedule.id }, data: { endedOn: dateOf(endedOn), endReason: reason } });
  await keepReportDue(db, schedule.id);
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.id, act: 'end-schedule', userId: by.userId },
    after: { endedOn, reason },
  });
  return { kind: 'ended' };
}
