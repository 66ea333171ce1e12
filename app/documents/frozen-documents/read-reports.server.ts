import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { noticesOf } from '~/documents/verification/notices-of.server';
import type { LatestNotice } from '~/documents/verification/report-status';
import { signaturesOf } from '~/documents/signing/sign-report.server';
import { lenderReportSchema } from '~/documents/frozen-documents/lender-report/schema';
import { type ReportOf, reportColumns } from './freeze-report.server';

export type FrozenReport = { id: string; hash: string; locale: string; preparedAt: Date; signedAt: Date | null; notice: LatestNotice };

/** The frozen reports of a year, a deal or a monitoring period, newest first, at most fifty, each with its signing time and latest notice. Three queries. */
export async function listReports(db: TenantDb, of: ReportOf): Promise<FrozenReport[]> {
  const reports = await db.lenderReport.findMany({
    where: reportColumns(of),
    orderBy: [{ preparedAt: 'desc' }, { id: 'desc' }],
    take: 50,
    select: { id: true, hash: true, locale: true, preparedAt: true },
  });
  const hashes = reports.map(({ hash }) => hash);
  const [signed, notices] = [await signaturesOf(db, hashes), await noticesOf(db, hashes)];
  return reports.map((report) => ({ ...report, signedAt: signed.get(report.hash) ?? null, notice: notices.get(report.hash) ?? null }));
}

/** A report as it was frozen, with what its file is called; null where there is none of this id. */
export async function readFrozenReport(db: TenantDb, reportId: string) {
  if (!z.guid().safeParse(reportId).success) return null;
  const found = await db.lenderReport.findFirst({
    where: { id: reportId },
    select: { year: true, periodFrom: true, model: true, deal: { select: { number: true } } },
  });
  if (!found) return null;
  const report = lenderReportSchema.parse(found.model);
  const number = found.deal?.number ?? '';
  const of = {
    yearly: `equator-principles-${found.year}`,
    'due-diligence': `due-diligence-${number}`,
    monitoring: `monitoring-report-${number}-${found.periodFrom?.toISOString().slice(0, 10)}`,
  }[report.kind];
  return { report, name: `${of}-${report.locale}` };
}
