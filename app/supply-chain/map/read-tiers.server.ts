import { z } from 'zod';
import { type Band, bandSchema } from '#scoring';
import { sql } from '~/access/sql.server';
import { queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { TiersOn } from './map-scope.server';
import type { MapState } from './map-state';
import { shownSuppliers } from './read-suppliers-shown.server';

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

/** The suppliers shown by computed tier: how many in each band, and the first few of each. Two queries, however many suppliers. */
export async function readTiers(
  db: TenantDb,
  { state, tiers: on, take = 8 }: { state: MapState; tiers: TiersOn | null; take?: number },
): Promise<TierColumn[]> {
  const { from, where } = shownSuppliers(state, on);
  const counts = await queryRows(
    db,
    countSchema,
    sql`SELECT s."tier", s."band", count(*)::int AS n FROM ${from} WHERE ${where} GROUP BY 1, 2`,
  );
  const first = await queryRows(
    db,
    firstSchema,
    sql`
      SELECT r."tier", p."publicId", p."name", r."band"
       FROM (
         SELECT s."organizationId", s."partyId", s."tier", s."band",
           row_number() OVER (PARTITION BY s."tier" ORDER BY s."score" DESC NULLS LAST, s."nameKey", s."partyId") AS place
         FROM ${from} WHERE ${where}
       ) r JOIN "Party" p ON p."organizationId" = r."organizationId" AND p."id" = r."partyId"
       WHERE r.place <= ${take}::int ORDER BY r."tier" NULLS LAST, r.place`,
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
