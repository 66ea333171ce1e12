import { z } from 'zod';
import { bandSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { BandTierCount, DueItem, HomeCounts } from './home-view';

const cellSchema = z.array(z.object({ band: bandSchema.nullable(), tier: z.number().int().nullable(), count: z.number().int() }));
const countsSchema = z.tuple([
  z.object({
    unassessedAtRisk: z.number().int(),
    notScored: z.number().int(),
    waiting: z.number().int(),
    graveFindings: z.number().int(),
    openFindings: z.number().int(),
    toReview: z.number().int(),
    unfinished: z.number().int(),
    overdue: z.number().int(),
    tierUnknown: z.number().int(),
  }),
]);
const dueSchema = z.array(
  z.object({
    kind: z.enum(['assessment', 'finding']),
    id: z.string(),
    dueOn: z.string(),
    supplier: z.string(),
    publicId: z.string(),
    isOverdue: z.boolean(),
  }),
);

/**
 * What the first page of an organization shows. Three queries, however many suppliers.
 * `today` is the reader's day as YYYY-MM-DD; what is due within `days` days of it, or before, is listed, the oldest first.
 */
export async function readHome(
  db: TenantDb,
  { today, days = 14 }: { today: string; days?: number },
): Promise<{ cells: BandTierCount[]; counts: HomeCounts; due: DueItem[] }> {
  const cells = cellSchema.parse(
    await db.$queryRaw`
      SELECT CASE WHEN "scoreStatus" = 'scored' THEN "band" END AS band, CASE WHEN "tier" > 3 THEN 3 ELSE "tier" END AS tier, count(*)::int AS count
      FROM "Supplier" WHERE "archivedAt" IS NULL GROUP BY 1, 2`,
  );
  const [counts] = countsSchema.parse(
    await db.$queryRaw`
      SELECT
        (SELECT count(*)::int FROM "Supplier" s WHERE s."archivedAt" IS NULL AND s."band" IN ('high', 'severe') AND s."scoreStatus" = 'scored'
          AND NOT EXISTS (SELECT 1 FROM "Assessment" a WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId")) AS "unassessedAtRisk",
        (SELECT count(*)::int FROM "Supplier" WHERE "archivedAt" IS NULL AND "scoreStatus" = 'not-scored') AS "notScored",
        (SELECT count(*)::int FROM "Supplier" WHERE "archivedAt" IS NULL AND "scoreStatus" IS NULL) AS "waiting",
        (SELECT count(*)::int FROM "Supplier" WHERE "archivedAt" IS NULL AND "tier" IS NULL) AS "tierUnknown",
        (SELECT count(*)::int FROM "Finding" WHERE "status" <> 'verified' AND "grade" IN ('critical', 'major')) AS "graveFindings",
        (SELECT count(*)::int FROM "Finding" WHERE "status" <> 'verified') AS "openFindings",
        (SELECT count(*)::int FROM "Assessment" WHERE "status" = 'submitted') AS "toReview",
        (SELECT count(*)::int FROM "Assessment" WHERE "status" = 'open') AS "unfinished",
        (SELECT count(*)::int FROM "Assessment" WHERE "status" = 'open' AND "dueOn" < ${today}::date) AS "overdue"`,
  );
  const due = dueSchema.parse(
    await db.$queryRaw`
      SELECT d.kind, d.id::text AS id, d."dueOn"::text AS "dueOn", p."name" AS supplier, p."publicId", d."dueOn" < ${today}::date AS "isOverdue"
      FROM (
        SELECT 'assessment' AS kind, "organizationId", "id", "partyId", "dueOn" FROM "Assessment" WHERE "status" = 'open' AND "dueOn" IS NOT NULL
        UNION ALL
        SELECT 'finding', "organizationId", "id", "partyId", "dueOn" FROM "Finding" WHERE "status" <> 'verified' AND "dueOn" IS NOT NULL
      ) d JOIN "Party" p ON p."organizationId" = d."organizationId" AND p."id" = d."partyId"
      WHERE d."dueOn" <= ${today}::date + ${days}::int
      ORDER BY d."dueOn", d.id LIMIT 8`,
  );
  return { cells, counts, due };
}
