import type { TenantDb } from '~/access/tenant-db.server';
import { inList } from '~/lending/covenants/covenant-lists';
import { dateOf, isoDay, isoDayOf } from '~/lending/covenants/find-covenant.server';
import { reportFrequencies } from './monitoring-lists';
import { firstOpenPeriod } from './report-periods';

/** Works out the first period of a schedule without a report and when that report is due, and keeps both. Every act on a report ends with it. */
export async function keepReportDue(db: TenantDb, scheduleId: string): Promise<void> {
  const schedule = await db.reportSchedule.findFirstOrThrow({
    where: { id: scheduleId },
    select: { frequency: true, firstPeriodFrom: true, dueDays: true, endedOn: true },
  });
  const reports = await db.monitoringReport.findMany({ where: { scheduleId, status: { not: 'draft' } }, select: { periodFrom: true } });
  const next = firstOpenPeriod(
    {
      ...{ frequency: inList(reportFrequencies, schedule.frequency), dueDays: schedule.dueDays },
      ...{ firstPeriodFrom: isoDay(schedule.firstPeriodFrom), endedOn: isoDayOf(schedule.endedOn) },
    },
    new Set(reports.map(({ periodFrom }) => isoDay(periodFrom))),
  );
  const kept = { nextPeriodFrom: next && dateOf(next.from), nextDueOn: next && dateOf(next.dueOn) };
  await db.reportSchedule.updateMany({ where: { id: scheduleId }, data: kept });
}
