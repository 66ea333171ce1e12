import { z } from 'zod';
import { bandSchema } from '#scoring';
import { sql } from '~/access/sql.server';
import { queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { linksShown, type TiersOn } from '../map-scope.server';
import type { MapState } from '../map-state';
import { shownSuppliers } from '../read-suppliers-shown.server';
import { knowledge } from './knowledge';

const rowSchema = z.object({
  publicId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  band: bandSchema.nullable(),
  share: z.number().nullable(),
  isRefused: z.boolean(),
  unknown: z.number(),
  all: z.number(),
});
export type GapSupplier = Omit<z.infer<typeof rowSchema>, 'unknown' | 'all'>;
/** Suppliers of a tier whose own suppliers are not known, `of` all of the tier. `share`: the largest known share that one customer buys. */
export type Gap = { tier: number; unknown: number; of: number; suppliers: GapSupplier[] };

/** So many can be asked at once. */
const most = 300;

/** Who to ask for the suppliers of a tier that are not known: the largest share of a customer's purchases first, those that refuse last. One query. */
export async function readGap(
  db: TenantDb,
  { state, tiers, tier }: { state: MapState; tiers: TiersOn | null; tier: number },
): Promise<Gap> {
  const { from, where } = shownSuppliers(state, tiers);
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
    WITH ${knowledge(state)}, sold AS (
      SELECT COALESCE(t."supplierPartyId", l."fromPartyId") AS id, max(l."share")::float8 AS share FROM ${linksShown(state)} l
      LEFT JOIN "Site" t ON t."organizationId" = l."organizationId" AND t."partyId" = l."fromPartyId" GROUP BY 1
    )
    SELECT p."publicId", p."name", s."country", s."band", sold.share, r.id IS NOT NULL AS "isRefused", (count(*) OVER ())::int AS unknown,
      (SELECT count(*)::int FROM ${from} WHERE ${where} AND s."tier" = ${tier}::int) AS "all"
    FROM ${from} JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
    LEFT JOIN upstream u ON u.id = s."partyId" LEFT JOIN refusing r ON r.id = s."partyId" LEFT JOIN sold ON sold.id = s."partyId"
    WHERE ${where} AND s."tier" = ${tier}::int AND u.id IS NULL
    ORDER BY r.id IS NOT NULL, sold.share DESC NULLS LAST, s."score" DESC NULLS LAST, p."nameKey", p."id" LIMIT ${most}::int`,
  );
  return { tier, unknown: rows[0]?.unknown ?? 0, of: rows[0]?.all ?? 0, suppliers: rows.map(({ unknown: _, all: __, ...row }) => row) };
}

/** Of each tier how many suppliers are shown, and of how many the own suppliers are not known. */
export type TierGap = { tier: number; unknown: number; of: number };

/** The gaps of all tiers with a path to the organization. One query. */
export async function readGaps(db: TenantDb, { state, tiers }: { state: MapState; tiers: TiersOn | null }): Promise<TierGap[]> {
  const { from, where } = shownSuppliers(state, tiers);
  return queryRows(
    db,
    z.object({ tier: z.number(), unknown: z.number(), of: z.number() }),
    sql`WITH ${knowledge(state)}
    SELECT s."tier", (count(*) FILTER (WHERE u.id IS NULL))::int AS unknown, count(*)::int AS "of"
    FROM ${from} LEFT JOIN upstream u ON u.id = s."partyId" WHERE ${where} AND s."tier" IS NOT NULL
    GROUP BY 1 HAVING count(*) FILTER (WHERE u.id IS NULL) > 0 ORDER BY 1`,
  );
}
