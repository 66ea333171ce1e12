import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';

const rowsSchema = z.array(
  z.object({
    rank: z.number().int(),
    best: z.number().int(),
    worst: z.number().int(),
    inRiskiestTenth: z.number(),
    of: z.number().int(),
    median: z.number(),
  }),
);
/**
 * The rank of a supplier by its score, 1 the riskiest, among the `of` scored suppliers of its list, with the 90 % range; `inRiskiestTenth` is a probability,
 * 0 to 1, and `median` the middle score of the list.
 */
export type PlaceInList = z.infer<typeof rowsSchema>[number];

/** The place of a supplier in the list of its organization; null while it is not drawn, and without a score. One query. */
export async function readPlace(db: TenantDb, partyId: string): Promise<PlaceInList | null> {
  const rows = await db.$queryRaw`
    SELECT among.above + 1 AS "rank", s."placeBest" AS "best", s."placeWorst" AS "worst", s."inRiskiestTenth"::float8 AS "inRiskiestTenth",
      among."of", among.median
    FROM "Supplier" s CROSS JOIN LATERAL (
      SELECT count(*)::int AS "of", count(*) FILTER (WHERE o."score" > s."score")::int AS above,
        COALESCE(percentile_cont(0.5) WITHIN GROUP (ORDER BY o."score"::float8), 50) AS median
      FROM "Supplier" o WHERE o."placeBest" IS NOT NULL
    ) among WHERE s."partyId" = ${partyId}::uuid AND s."placeBest" IS NOT NULL`;
  return rowsSchema.parse(rows)[0] ?? null;
}
