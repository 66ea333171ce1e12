import { z } from 'zod';
import { type Band, bandSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';

export type TierColumn = {
  /** Null: no path to the organization is known. */
  tier: number | null;
  total: number;
  notScored: number;
  byBand: Record<Band, number>;
  /** The suppliers of highest risk, then those not scored. */
  first: { publicId: string; name: string; band: Band | null }[];
};

const countSchema = z.object({ tier: z.number().nullable(), band: bandSchema.nullable(), n: z.number() });
const firstSchema = z.object({ tier: z.number().nullable(), publicId: z.string(), name: z.string(), band: bandSchema.nullable() });

/** Suppliers by computed tier: how many in each band, and the first few of each. Two queries, however many suppliers. */
export async function readTiers(db: TenantDb, options: { take?: number } = {}): Promise<TierColumn[]> {
  const counts = countSchema
    .array()
    .parse(await db.$queryRaw`SELECT "tier", "band", count(*)::int AS n FROM "Supplier" WHERE "archivedAt" IS NULL GROUP BY 1, 2`);
  const first = firstSchema.array().parse(
    await db.$queryRaw`
      SELECT r."tier", p."publicId", p."name", r."band"
      FROM (
        SELECT "organizationId", "partyId", "tier", "band", row_number() OVER (PARTITION BY "tier" ORDER BY "score" DESC NULLS LAST, "nameKey", "partyId") AS place
        FROM "Supplier" WHERE "archivedAt" IS NULL
      ) r JOIN "Party" p ON p."organizationId" = r."organizationId" AND p."id" = r."partyId"
      WHERE r.place <= ${options.take ?? 8}::int ORDER BY r."tier" NULLS LAST, r.place`,
  );
  const tiers = [...new Set(counts.map((row) => row.tier))].sort((a, b) => (a ?? 1e9) - (b ?? 1e9));
  return tiers.map((tier) => {
    const own = counts.filter((row) => row.tier === tier);
    const of = (band: Band | null) => own.find((row) => row.band === band)?.n ?? 0;
    return {
      tier,
      total: own.reduce((sum, row) => sum + row.n, 0),
      notScored: of(null),
      byBand: { low: of('low'), moderate: of('moderate'), elevated: of('elevated'), high: of('high'), severe: of('severe') },
      first: first.filter((row) => row.tier === tier),
    };
  });
}
