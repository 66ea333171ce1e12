import type { TenantDb } from '~/access/tenant-db.server';
import { firstOpenDay, firstOpenPeriod } from './due-days';
import { dateOf, isoDay, isoDayOf } from '~/lending/covenants/find-covenant.server';
import { frequencies, inList, reportFrequencies } from './monitoring-lists';

/**
 * Calculates the next test date of a covenant from its results and waivers, and stores it, so that one query finds overdue ones. Every action on a covenant
 * ends with it.
 */
export async function keepCovenantDue(db: TenantDb, covenantId: string): Promise<void> {
  const covenant = await db.covenant.findFirstOrThrow({
    where: { id: covenantId },
    select: { frequency: true, firstTestOn: true, endedOn: true },
  });
  const tests = await db.covenantTest.findMany({
    where: { covenantId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { dueOn: true, result: true },
  });
  const waivers = await db.covenantWaiver.findMany({ where: { covenantId, verdict: 'granted' }, select: { fromOn: true, untilOn: true } });
  // Of two results for one day the newer counts; *not tested* leaves the day open.
  const newest = new Map(tests.map(({ dueOn, result }) => [isoDay(dueOn), result]));
  const answered = new Set([...newest].flatMap(([day, result]) => (result === 'not-tested' ? [] : [day])));
  const spared = waivers.flatMap(({ fromOn, untilOn }) => (fromOn ? [{ from: isoDay(fromOn), until: isoDay(untilOn) }] : []));
  const series = { firstTestOn: isoDay(covenant.firstTestOn), frequency: inList(frequencies, covenant.frequency) };
  const next = covenant.endedOn === null ? firstOpenDay(series, { answered, spared }) : null;
  await db.covenant.updateMany({ where: { id: covenantId }, data: { nextDueOn: next === null ? null : dateOf(next) } });
}

/** The same of the reports of a schedule: the first period without one, and when it is due. */
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
