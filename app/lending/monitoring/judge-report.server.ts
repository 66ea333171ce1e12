import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { isoDay } from '~/lending/covenants/find-covenant.server';

export type ReportJudged =
  | { kind: 'accepted' | 'questioned' | 'unknown' }
  | { kind: 'refused'; code: 'nothing-to-judge' | 'newer-version' };

/** Accepts a report, or sends it back with a comment for the client. `version`: the one that was read; a newer one is not judged. */
export async function judgeReport(
  db: TenantDb,
  given: { verdict: 'accepted' | 'questioned'; comment: string; version: number },
  of: { reportId: string; dealId: string; userId: string; now: Date },
): Promise<ReportJudged> {
  const ids = z.tuple([z.guid(), z.guid()]).safeParse([of.reportId, of.dealId]);
  if (!ids.success) return { kind: 'unknown' };
  await db.$queryRaw`SELECT 1 FROM "MonitoringReport" WHERE "id" = ${of.reportId}::uuid FOR NO KEY UPDATE`;
  const report = await db.monitoringReport.findFirst({
    where: { id: of.reportId, dealId: of.dealId },
    select: { id: true, status: true, periodFrom: true, documents: { select: { version: true }, orderBy: { version: 'desc' }, take: 1 } },
  });
  if (!report) return { kind: 'unknown' };
  if (report.status !== 'sent') return { kind: 'refused', code: 'nothing-to-judge' };
  if (report.documents[0]?.version !== given.version) return { kind: 'refused', code: 'newer-version' };
  const { verdict, comment, version } = given;
  await db.reportVerdict.create({
    data: { dealId: of.dealId, reportId: report.id, version, verdict, comment, byUserId: of.userId, at: of.now },
    select: { id: true },
  });
  await db.monitoringReport.updateMany({ where: { id: report.id }, data: { status: verdict } });
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: of.dealId, act: verdict === 'accepted' ? 'accept-report' : 'question-report' },
    userId: of.userId,
    after: { periodFrom: isoDay(report.periodFrom), version, ...(comment === '' ? {} : { comment }) },
  });
  return { kind: verdict };
}
