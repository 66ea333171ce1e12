import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';

const rowsSchema = z.array(
  z.object({ best: z.number().int(), worst: z.number().int(), inRiskiestTenth: z.number(), of: z.number().int() }),
);
/** The 90 % range of a supplier's rank by risk, 1 the riskiest, among the `of` scored suppliers of its list; `inRiskiestTenth` is a probability, 0 to 1. */
export type PlaceInList = z.infer<typeof rowsSchema>[number];

/** The place of a supplier in the list of its organization; null while it is not drawn, and without a score. One query. */
export async function readPlace(db: TenantDb, partyId: string): Promise<PlaceInList | null> {
  const rows = await db.$queryRaw`
    SELECT s."placeBest" AS "best", s."placeWorst" AS "worst", s."inRiskiestTenth"::float8 AS "inRiskiestTenth",
      (SELECT count(*)::int FROM "Supplier" WHERE "placeBest" IS NOT NULL) AS "of"
    FROM "Supplier" s WHERE s."partyId" = ${partyId}::uuid AND s."placeBest" IS NOT NULL`;
  return rowsSchema.parse(rows)[0] ?? null;
}
