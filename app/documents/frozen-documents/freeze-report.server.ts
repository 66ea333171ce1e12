import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { LenderReport } from '~/documents/frozen-documents/lender-report/schema';

/** `periodFrom`: the first day of the period that is reported on (YYYY-MM-DD). */
export type ReportOf =
  | { kind: 'yearly'; year: number }
  | { kind: 'due-diligence'; dealId: string }
  | { kind: 'monitoring'; dealId: string; periodFrom: string };

/** What a report is of, as columns of its table. */
export function reportColumns(of: ReportOf) {
  return of.kind === 'monitoring' ? { ...of, periodFrom: new Date(of.periodFrom) } : of;
}

/** Freezes a report; it never changes, a new one is added beside it. Logged with its deal, or with the organization. */
export async function freezeReport(
  db: TenantDb,
  report: LenderReport,
  options: { of: ReportOf; organizationId: string; userId: string },
): Promise<{ reportId: string }> {
  const { of, organizationId, userId } = options;
  const { id } = await db.lenderReport.create({
    data: {
      ...reportColumns(of),
      ...{ hash: report.hash, locale: report.locale, model: JSON.parse(JSON.stringify(report)) },
      ...{ preparedById: userId, preparedAt: new Date(report.preparedAt) },
    },
    select: { id: true },
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
  return { reportId: id };
}
