import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { NamedRecord } from '~/platform/notifications/name-records.server';
import type { Round } from '~/platform/notifications/notification-sources.server';

const actions = sql`
  SELECT a."id" AS "recordId", f."partyId", a."ownerMemberId" AS "userId", NULL::uuid AS "causedById", a."dueOn"::text AS "occurrence"
  FROM "CorrectiveAction" a JOIN "Finding" f ON f."organizationId" = a."organizationId" AND f."id" = a."findingId" AND f."withdrawnAt" IS NULL
  WHERE a."status" IN ('pending', 'in-progress') AND a."ownerMemberId" IS NOT NULL`;

/** What dates, sites and jobs cause in this district, and whom it concerns. */
export const findingNotices = {
  'action-due': ({ today, soon }: Round) => sql`${actions} AND a."dueOn" BETWEEN ${today}::date AND ${soon}::date`,
  'action-overdue': ({ today }: Round) => sql`${actions} AND a."dueOn" < ${today}::date AND a."dueOn" > ${today}::date - 30`,
  'finding-replied': ({ since }: Round) => sql`
    SELECT f."id" AS "recordId", f."partyId", r."sentById" AS "userId", r."recordedById" AS "causedById", r."id"::text AS "occurrence"
    FROM "FindingReply" r JOIN "Finding" f ON f."organizationId" = r."organizationId" AND f."id" = r."findingId"
    WHERE r."repliedOn" >= ${since}::date`,
  'site-message': ({ since }: Round) => sql`
    SELECT f."id" AS "recordId", f."partyId", h."createdById" AS "userId", x."sentById" AS "causedById", x."id"::text AS "occurrence"
    FROM "SiteMessage" x
    JOIN "FindingShare" h ON h."organizationId" = x."organizationId" AND h."id" = x."shareId"
    JOIN "Finding" f ON f."organizationId" = x."organizationId" AND f."id" = x."findingId"
    WHERE x."sentAt" >= ${since}`,
  'followed-finding': ({ since }: Round) => sql`
    SELECT f."id" AS "recordId", f."partyId", o."userId", f."recordedById" AS "causedById", '' AS "occurrence"
    FROM "Finding" f JOIN "SupplierFollower" o ON o."organizationId" = f."organizationId" AND o."partyId" = f."partyId"
    WHERE f."openedAt" >= ${since} AND f."withdrawnAt" IS NULL`,
};

type Named = ReadonlyMap<string, NamedRecord>;

/** Findings and actions without their text, which may describe people. */
export async function nameFindings(db: TenantDb, ids: readonly string[]): Promise<Named> {
  const findings = await db.finding.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Map(findings.map(({ id }) => [id, { label: null, path: `/findings/${id}` }]));
}

export async function nameActions(db: TenantDb, ids: readonly string[]): Promise<Named> {
  const found = await db.correctiveAction.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Map(found.map(({ id }) => [id, { label: null, path: `/corrective-actions/${id}` }]));
}
