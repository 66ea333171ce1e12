import type { TenantDb } from '~/access/tenant-db.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { dateOf, isoDay } from '~/lending/covenants/find-covenant.server';
import { reportStates } from './monitoring-lists';
import { inList } from '~/lending/covenants/covenant-lists';
import { clientReport, draftFrom, draftSchema } from './report-content';
import type { OwedPeriod } from './write-report.server';

/** The statuses of the reports of the given periods, for the client. `db` shows the reports of its deal only. One query. */
export async function listOwnReports(db: TenantDb, owed: readonly OwedPeriod[]) {
  const rows = await db.monitoringReport.findMany({ select: { scheduleId: true, periodFrom: true, status: true, draftAt: true } });
  return owed.map(({ scheduleId, ...period }) => {
    const row = rows.find((each) => each.scheduleId === scheduleId && isoDay(each.periodFrom) === period.from);
    return { ...period, state: inList(reportStates, row?.status ?? 'draft'), isBegun: row?.draftAt != null };
  });
}
export type OwnReportRow = Awaited<ReturnType<typeof listOwnReports>>[number];

/** A report for its author: the draft, else the last submission; submissions; the lender's verdicts. Three queries. */
export async function readOwnReport(db: TenantDb, period: OwedPeriod) {
  const { scheduleId, ...shown } = period;
  const row = await db.monitoringReport.findFirst({
    where: { scheduleId, periodFrom: dateOf(period.from) },
    select: {
      ...{ status: true, draft: true, draftAt: true },
      documents: { orderBy: { version: 'desc' }, select: { version: true, schemaVersion: true, issuedAt: true, content: true } },
      verdicts: { orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { id: true, version: true, verdict: true, comment: true, at: true } },
    },
  });
  const versions = (row?.documents ?? []).map((document) => ({
    ...{ version: document.version, sentAt: document.issuedAt, content: readContent(clientReport, document) },
  }));
  const sent = versions[0];
  return {
    ...shown,
    state: inList(reportStates, row?.status ?? 'draft'),
    draft: row?.draftAt ? draftSchema.parse(row.draft) : sent ? draftFrom(sent.content) : {},
    isDraft: row?.draftAt != null,
    versions,
    verdicts: row?.verdicts ?? [],
  };
}
export type OwnReport = Awaited<ReturnType<typeof readOwnReport>>;
