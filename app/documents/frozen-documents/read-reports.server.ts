import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { signaturesOf } from '~/documents/signing/sign-report.server';
import { noticesOf } from '~/documents/verification/notices-of.server';
import type { LatestNotice } from '~/documents/verification/report-status';
import { lenderReportKinds } from '~/documents/frozen-documents/lender-report/schema';
import { readContent } from './document-kinds';
import { lenderDocuments, type ReportOf, subjectOf } from './lender-documents';

export type FrozenReport = { id: string; hash: string; locale: string; preparedAt: Date; signedAt: Date | null; notice: LatestNotice };

/** The frozen reports of a year, a deal or a monitoring period, newest first, at most fifty, each with its signing time and latest notice. Three queries. */
export async function listReports(db: TenantDb, of: ReportOf): Promise<FrozenReport[]> {
  const reports = await db.frozenDocument.findMany({
    where: { kind: of.kind, ...subjectOf(of) },
    orderBy: [{ issuedAt: 'desc' }, { version: 'desc' }],
    take: 50,
    select: { id: true, hash: true, locale: true, issuedAt: true },
  });
  const ids = reports.map(({ id }) => id);
  const [signed, notices] = [await signaturesOf(db, ids), await noticesOf(db, ids)];
  return reports.map(({ id, hash, locale, issuedAt }) => ({
    ...{ id, hash, locale: locale ?? '', preparedAt: issuedAt },
    ...{ signedAt: signed.get(id) ?? null, notice: notices.get(id) ?? null },
  }));
}

/** A report as it was frozen, with what its file is called; null where there is none of this id. */
export async function readFrozenReport(db: TenantDb, reportId: string) {
  if (!z.guid().safeParse(reportId).success) return null;
  const found = await db.frozenDocument.findFirst({
    where: { id: reportId, kind: { in: [...lenderReportKinds] } },
    select: { id: true, item: true, schemaVersion: true, content: true, deal: { select: { number: true } }, kind: true },
  });
  const kind = lenderReportKinds.find((each) => each === found?.kind);
  if (!found || !kind) return null;
  const report = readContent(lenderDocuments[kind], found);
  const number = found.deal?.number ?? '';
  const of = {
    yearly: `equator-principles-${found.item}`,
    'due-diligence': `due-diligence-${number}`,
    monitoring: `monitoring-report-${number}-${found.item}`,
  }[kind];
  return { documentId: found.id, report, name: `${of}-${report.locale}` };
}
