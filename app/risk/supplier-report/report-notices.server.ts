import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { NamedRecord } from '~/platform/notifications/name-records.server';
import type { Round } from '~/platform/notifications/notification-sources.server';

/** Reports on a supplier's score, for the owner of the supplier and for its followers. */
export const scoreReportNotices = {
  'score-report-ready': ({ since }: Round) => sql`
    SELECT r."responseId" AS "recordId", q."partyId", w."userId", r."issuedById" AS "causedById", r."id"::text AS "occurrence"
    FROM "FrozenDocument" r
    JOIN "QuestionnaireResponse" q ON q."organizationId" = r."organizationId" AND q."id" = r."responseId"
    JOIN "Supplier" s ON s."organizationId" = q."organizationId" AND s."partyId" = q."partyId" AND s."archivedAt" IS NULL
    CROSS JOIN LATERAL (
      SELECT s."ownerId" AS "userId" WHERE s."ownerId" IS NOT NULL
      UNION SELECT f."userId" FROM "SupplierFollower" f WHERE f."organizationId" = s."organizationId" AND f."partyId" = s."partyId") w
    WHERE r."kind" = 'assessment' AND r."issuedAt" >= ${since}`,
};

export async function nameScoreReports(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  const responses = await db.questionnaireResponse.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Map(responses.map(({ id }) => [id, { label: null, path: `/responses/${id}#reports` }]));
}
