import type { TenantDb } from '~/access/tenant-db.server';
import { signaturesOf } from '~/documents/signing/sign-report.server';
import { storedReportSchema } from '~/risk/supplier-report/assessment-report/stored-schema';
import { noticesOf } from '~/documents/verification/notices-of.server';

/** A frozen report as it was made, or null. */
export async function readReport(db: TenantDb, options: { responseId: string; reportId: string }) {
  const uuid = /^[0-9a-f-]{36}$/i;
  if (!uuid.test(options.reportId) || !uuid.test(options.responseId)) return null;
  const report = await db.report.findFirst({
    where: { id: options.reportId, responseId: options.responseId },
    select: { model: true },
  });
  return report ? storedReportSchema.parse(report.model) : null;
}

/** The reports of a response, newest first, each with its signing time and latest notice. Three queries. */
export async function listReports(db: TenantDb, responseId: string) {
  const reports = await db.report.findMany({
    where: { responseId },
    orderBy: [{ preparedAt: 'desc' }, { id: 'desc' }],
    take: 50,
    select: { id: true, hash: true, preparedAt: true },
  });
  const signed = await signaturesOf(
    db,
    reports.map(({ hash }) => hash),
  );
  const notices = await noticesOf(
    db,
    reports.map(({ hash }) => hash),
  );
  return reports.map((report) => ({ ...report, signedAt: signed.get(report.hash) ?? null, notice: notices.get(report.hash) ?? null }));
}
