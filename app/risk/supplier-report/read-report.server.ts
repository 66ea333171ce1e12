import type { TenantDb } from '~/access/tenant-db.server';
import { signaturesOf } from '~/documents/signing/sign-report.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { noticesOf } from '~/documents/verification/notices-of.server';
import { scoreReport } from './score-report-document';

/** A frozen report as it was made, or null. */
export async function readReport(db: TenantDb, options: { responseId: string; reportId: string }) {
  const uuid = /^[0-9a-f-]{36}$/i;
  if (!uuid.test(options.reportId) || !uuid.test(options.responseId)) return null;
  const report = await db.frozenDocument.findFirst({
    where: { id: options.reportId, kind: 'assessment', responseId: options.responseId },
    select: { schemaVersion: true, content: true },
  });
  return report && readContent(scoreReport, report);
}

/** The reports of a response, newest first, each with its signing time and latest notice. Three queries. */
export async function listReports(db: TenantDb, responseId: string) {
  const reports = await db.frozenDocument.findMany({
    where: { kind: 'assessment', responseId },
    orderBy: [{ issuedAt: 'desc' }, { version: 'desc' }],
    take: 50,
    select: { id: true, hash: true, issuedAt: true },
  });
  const ids = reports.map(({ id }) => id);
  const [signed, notices] = [await signaturesOf(db, ids), await noticesOf(db, ids)];
  return reports.map(({ id, hash, issuedAt }) => ({
    ...{ id, hash, preparedAt: issuedAt, signedAt: signed.get(id) ?? null, notice: notices.get(id) ?? null },
  }));
}
