import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { LenderReport } from '~/documents/frozen-documents/lender-report/schema';
import { freezeDocument } from './freeze-document.server';
import { lenderDocuments, type ReportOf, subjectOf } from './lender-documents';

/** Freezes a lender's report; it never changes, a new one is added beside it. Logged with its deal, or with the organization. */
export async function freezeReport(
  db: TenantDb,
  report: LenderReport,
  options: { of: ReportOf; organizationId: string; userId: string },
): Promise<{ reportId: string }> {
  const { of, organizationId, userId } = options;
  const { dealId, item } = subjectOf(of);
  const { documentId: reportId } = await freezeDocument(db, lenderDocuments[of.kind], {
    ...{ subjectId: dealId, item, locale: report.locale, content: report },
    ...{ issuedById: userId, issuedAt: new Date(report.preparedAt) },
  });
  await recordActivity(db, {
    ...(of.kind === 'yearly' ? { recordKind: 'organization', recordId: organizationId } : { recordKind: 'deal', recordId: of.dealId }),
    ...{ act: 'prepare-lender-report', userId },
    // A year is a name, not a number to write with a separator.
    after: {
      ...(of.kind === 'yearly' ? { year: String(of.year) } : {}),
      ...(of.kind === 'monitoring' ? { periodFrom: of.periodFrom } : {}),
      hash: report.hash,
    },
  });
  return { reportId };
}
