import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { NamedRecord } from '~/platform/notifications/name-records.server';
import type { Round } from '~/platform/notifications/notification-sources.server';

/** Reports on a deal, for the member who opened it and for whoever moved it from one state to another. */
export const dealReportNotices = {
  'deal-report-ready': ({ since }: Round) => sql`
    SELECT r."id" AS "recordId", d."clientPartyId" AS "partyId", w."userId", r."issuedById" AS "causedById", '' AS "occurrence"
    FROM "FrozenDocument" r
    JOIN "Deal" d ON d."organizationId" = r."organizationId" AND d."id" = r."dealId"
    CROSS JOIN LATERAL (
      SELECT d."openedById" AS "userId"
      UNION SELECT t."byUserId" FROM "DealStatusChange" t WHERE t."organizationId" = d."organizationId" AND t."dealId" = d."id") w
    WHERE r."kind" IN ('due-diligence', 'monitoring') AND r."issuedAt" >= ${since}`,
};

/** Reports by the number of their deal; each leads to the page on which it lies. */
export async function nameDealReports(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  const reports = await db.frozenDocument.findMany({
    where: { id: { in: [...ids] }, kind: { in: ['due-diligence', 'monitoring'] } },
    select: { id: true, kind: true, item: true, dealId: true, deal: { select: { number: true } } },
  });
  return new Map(
    reports.map(({ id, kind, item, dealId, deal }) => {
      const page = kind === 'monitoring' ? `monitoring/reports/${item}` : 'due-diligence-report';
      return [id, { label: deal?.number ?? null, path: `/deals/${dealId}/${page}` }];
    }),
  );
}
