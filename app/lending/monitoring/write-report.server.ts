import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { freezeDocument } from '~/documents/frozen-documents/freeze-document.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type Period, periodsUntil } from './report-periods';
import { dateOf, isoDay, isoDayOf } from '~/lending/covenants/find-covenant.server';
import { keepReportDue } from './keep-due.server';
import { reportFrequencies } from './monitoring-lists';
import { inList } from '~/lending/covenants/covenant-lists';
import { clientReport, type Draft, type ReportContent } from './report-content';

export type OwedPeriod = Period & { scheduleId: string };

/** The periods with a due report that have begun by a day, from all of the deal's schedules, oldest first. One query. */
export async function owedPeriods(db: TenantDb, { dealId, today }: { dealId: string; today: string }): Promise<OwedPeriod[]> {
  const schedules = await db.reportSchedule.findMany({ where: { dealId }, orderBy: { firstPeriodFrom: 'asc' } });
  return schedules.flatMap(({ id, frequency, firstPeriodFrom, dueDays, endedOn }) =>
    periodsUntil(
      {
        ...{ frequency: inList(reportFrequencies, frequency), firstPeriodFrom: isoDay(firstPeriodFrom) },
        ...{ dueDays, endedOn: isoDayOf(endedOn) },
      },
      today,
    ).map((period) => ({ ...period, scheduleId: id })),
  );
}

type Of = { dealId: string; periodFrom: string; now: Date };
export type ReportWritten =
  | { kind: 'kept' }
  | { kind: 'sent'; version: number }
  | { kind: 'unknown' }
  | { kind: 'refused'; code: 'period-going' | 'sent-meanwhile' };

/** The row of a period's report, made where it is written for the first time; null where no report is owed on it. No other act on it runs meanwhile. */
async function lockReport(db: TenantDb, { dealId, periodFrom, now }: Of) {
  if (!z.iso.date().safeParse(periodFrom).success) return null;
  await db.$queryRaw`SELECT 1 FROM "Deal" WHERE "id" = ${dealId}::uuid FOR NO KEY UPDATE`;
  const owed = await owedPeriods(db, { dealId, today: isoDay(now) });
  const period = owed.find(({ from }) => from === periodFrom);
  if (!period) return null;
  const { scheduleId } = period;
  const select = { id: true, status: true, documents: { select: { version: true }, orderBy: { version: 'desc' }, take: 1 } } as const;
  const where = { scheduleId, periodFrom: dateOf(period.from) };
  const known = await db.monitoringReport.findFirst({ where, select });
  if (known) return { ...known, period };
  const made = await db.monitoringReport.create({
    data: { ...where, dealId, periodTo: dateOf(period.to), dueOn: dateOf(period.dueOn) },
    select,
  });
  return { ...made, period };
}

/** Saves the draft of a report. Only the client can see it before it is sent. */
export async function keepDraft(db: TenantDb, draft: Draft, of: Of): Promise<ReportWritten> {
  const report = await lockReport(db, of);
  if (!report) return { kind: 'unknown' };
  await db.monitoringReport.updateMany({ where: { id: report.id }, data: { draft, draftAt: of.now } });
  return { kind: 'kept' };
}

/**
 * Sends a report once its period is over; a correction becomes a new version for the lender to review. `seen`: the version the form was made from (0 before
 * the first); the second of two concurrent senders gets a conflict.
 */
export async function sendReport(
  db: TenantDb,
  content: ReportContent,
  of: Of & { seen: number; senderId: string },
): Promise<ReportWritten> {
  const report = await lockReport(db, of);
  if (!report) return { kind: 'unknown' };
  if (report.period.to > isoDay(of.now)) return { kind: 'refused', code: 'period-going' };
  const newest = report.documents[0]?.version ?? 0;
  if (newest !== of.seen) return { kind: 'refused', code: 'sent-meanwhile' };
  const { version } = await freezeDocument(db, clientReport, {
    ...{ subjectId: report.id, content, issuedById: of.senderId, issuedAt: of.now },
  });
  await db.monitoringReport.updateMany({ where: { id: report.id }, data: { status: 'sent', draft: {}, draftAt: null } });
  await keepReportDue(db, report.period.scheduleId);
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: of.dealId, act: version === 1 ? 'receive-report' : 'receive-correction' },
    after: { periodFrom: report.period.from, periodTo: report.period.to, version },
  });
  return { kind: 'sent', version };
}
