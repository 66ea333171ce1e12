import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { countWhere, readTally } from '~/suppliers/registry/read-tally.server';
import type { BandTierCount, DueItem, HomeCounts } from './home-view';

const countsSchema = z.tuple([
  z.object({
    unassessedAtRisk: z.number().int(),
    criticalAndMajorFindings: z.number().int(),
    openFindings: z.number().int(),
    toReview: z.number().int(),
    unfinished: z.number().int(),
    overdue: z.number().int(),
  }),
]);
const dueSchema = z.array(
  z.object({
    kind: z.enum(['assessment', 'finding', 'action']),
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
  const { standings } = await readTally(db);
  const [found] = countsSchema.parse(
    await db.$queryRaw`
      SELECT
        (SELECT count(*)::int FROM "Supplier" s WHERE s."archivedAt" IS NULL AND s."band" IN ('high', 'severe') AND s."scoreStatus" = 'scored'
          AND NOT EXISTS (SELECT 1 FROM "QuestionnaireResponse" a WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId")) AS "unassessedAtRisk",
        (SELECT count(*)::int FROM "Finding" WHERE "status" <> 'verified' AND "withdrawnAt" IS NULL AND "grade" IN ('critical', 'major')) AS "criticalAndMajorFindings",
        (SELECT count(*)::int FROM "Finding" WHERE "status" <> 'verified' AND "withdrawnAt" IS NULL) AS "openFindings",
        (SELECT count(*)::int FROM "QuestionnaireResponse" WHERE "status" = 'submitted') AS "toReview",
        (SELECT count(*)::int FROM "QuestionnaireResponse" WHERE "status" = 'open') AS "unfinished",
        (SELECT count(*)::int FROM "QuestionnaireResponse" WHERE "status" = 'open' AND "dueOn" < ${today}::date) AS "overdue"`,
  );
  const due = dueSchema.parse(
    await db.$queryRaw`
      SELECT d.kind, d.id::text AS id, d."dueOn"::text AS "dueOn", p."name" AS supplier, p."publicId", d."dueOn" < ${today}::date AS "isOverdue"
      FROM (
        SELECT 'assessment' AS kind, "organizationId", "id", "partyId", "dueOn" FROM "QuestionnaireResponse" WHERE "status" = 'open' AND "dueOn" IS NOT NULL
        UNION ALL
        SELECT 'finding', "organizationId", "id", "partyId", "dueOn" FROM "Finding" WHERE "status" <> 'verified' AND "withdrawnAt" IS NULL AND "dueOn" IS NOT NULL
        UNION ALL
        SELECT 'action', a."organizationId", a."id", f."partyId", a."dueOn" FROM "CorrectiveAction" a
          JOIN "Finding" f ON f."organizationId" = a."organizationId" AND f."id" = a."findingId"
          WHERE a."status" IN ('pending', 'in-progress') AND f."withdrawnAt" IS NULL
      ) d JOIN "Party" p ON p."organizationId" = d."organizationId" AND p."id" = d."partyId"
      WHERE d."dueOn" <= ${today}::date + ${days}::int
      ORDER BY d."dueOn", d.id LIMIT 8`,
  );
  return {
    cells: standings.map(({ scoreStatus, band, tier, count }) => ({ band: scoreStatus === 'scored' ? band : null, tier, count })),
    counts: {
      ...found,
      notScored: countWhere(standings, ({ scoreStatus }) => scoreStatus === 'not-scored'),
      waiting: countWhere(standings, ({ scoreStatus }) => scoreStatus === null),
      tierUnknown: countWhere(standings, ({ tier }) => tier === null),
    },
    due,
  };
}
