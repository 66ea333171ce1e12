import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { detailOfFinding, findingDetail } from '~/findings/findings/finding-detail.server';
import { banRank } from '~/suppliers/registry/alert-filters';

const stripSchema = z.object({
  banned: z.number(),
  bannedToConfirm: z.number(),
  /** The names of the first two, those confirmed first, then by score. */
  bannedNames: z.array(z.string()),
  atRisk: z.number(),
  workers: z.number(),
  withoutWorkers: z.number(),
  critical: z.number(),
  criticalSince: z.string().nullable(),
  /** The most people that one of them affects: findings may affect the same workers. Where all are on one supplier, its name. */
  criticalPeople: z.number().nullable(),
  criticalAt: z.string().nullable(),
  /** Of a single finding, what it says (`findingDetail`). */
  criticalWhat: z.string().nullable(),
  suppliers: z.number(),
  scored: z.number(),
  linked: z.number(),
  requests: z.number(),
  members: z.number(),
});
/** The figures at the top of a company's home, and those of its first-run checklist. */
export type Strip = z.output<typeof stripSchema>;

/**
 * Suppliers under an alert for which authorities stop goods, and how many of them have only alerts to be confirmed; workers of suppliers at severe or high
 * risk, by their sites where these are known; unresolved critical findings. One query, however many suppliers.
 */
export async function readStrip(db: TenantDb): Promise<Strip> {
  const strip = await queryFirst(
    db,
    stripSchema,
    sql`
    WITH banned AS (
      SELECT a."organizationId", a."partyId", bool_and(a."isToBeConfirmed" AND a."status" = 'open') AS open, max(s."score") AS score
      FROM "Alert" a JOIN "Supplier" s ON s."organizationId" = a."organizationId" AND s."partyId" = a."partyId" AND s."archivedAt" IS NULL
      WHERE a."endedAt" IS NULL AND a."status" <> 'dismissed' AND a."rank" <= ${banRank}::int GROUP BY a."organizationId", a."partyId"
    ), risky AS MATERIALIZED (
      SELECT s."organizationId", s."partyId", s."workers" FROM "Supplier" s
      WHERE s."archivedAt" IS NULL AND s."scoreStatus" = 'scored' AND s."band" IN ('high', 'severe')
    ), staffed AS (
      SELECT COALESCE((
        SELECT sum(t."workers") FROM "Site" t WHERE t."organizationId" = r."organizationId" AND t."supplierPartyId" = r."partyId"), r."workers") AS n
      FROM risky r
    ), critical AS (
      SELECT f."openedAt", f."peopleAffected", p."name", ${detailOfFinding} AS "detail" FROM "Finding" f
      JOIN "Party" p ON p."organizationId" = f."organizationId" AND p."id" = f."partyId" WHERE f."grade" = 'critical' AND f."status" <> 'verified' AND f."withdrawnAt" IS NULL
    ), counted AS (
      SELECT COALESCE(sum(t."count"), 0)::int AS suppliers,
        COALESCE(sum(t."count") FILTER (WHERE t."scoreStatus" IS NOT NULL), 0)::int AS scored,
        COALESCE(sum(t."count") FILTER (WHERE t."tier" IS NOT NULL), 0)::int AS linked
      FROM "SupplierTally" t WHERE t."measure" = 'standing'
    )
    SELECT (SELECT count(*)::int FROM banned) AS "banned", (SELECT count(*)::int FROM banned WHERE open) AS "bannedToConfirm",
      ARRAY(SELECT p."name" FROM banned b JOIN "Party" p ON p."organizationId" = b."organizationId" AND p."id" = b."partyId"
        ORDER BY b.open, b.score DESC NULLS LAST, p."name" LIMIT 2) AS "bannedNames",
      (SELECT count(*)::int FROM risky) AS "atRisk", (SELECT COALESCE(sum(n), 0)::int FROM staffed) AS "workers",
      (SELECT count(*)::int FROM staffed WHERE n IS NULL) AS "withoutWorkers",
      (SELECT count(*)::int FROM critical) AS "critical", (SELECT min("openedAt")::date::text FROM critical) AS "criticalSince",
      (SELECT max("peopleAffected") FROM critical) AS "criticalPeople",
      (SELECT min("name") FROM critical HAVING count(DISTINCT "name") = 1) AS "criticalAt",
      (SELECT min("detail") FROM critical HAVING count(*) = 1) AS "criticalWhat",
      c.suppliers, c.scored, c.linked,
      (SELECT count(*)::int FROM (SELECT FROM "QuestionnaireRequest" r WHERE r."viaResponseId" IS NULL LIMIT 1) q) AS "requests",
      (SELECT count(*)::int FROM "Membership") AS "members"
    FROM counted c`,
  );
  if (!strip) throw new Error('the figures of a home have no row');
  return { ...strip, criticalWhat: strip.criticalWhat === null ? null : findingDetail(strip.criticalWhat) };
}
