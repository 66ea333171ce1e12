import { z } from 'zod';
import { type Band, bands } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';

export type CountryPlaces = {
  /** Null: suppliers of whom no country is known. */
  country: string | null;
  suppliers: number;
  sites: number;
  scored: number;
  worst: Band | null;
  byBand: Record<Band, number>;
};
export type Dot = { latitude: number; longitude: number; sites: number; worst: Band | null };

const countSchema = z.object({
  country: z.string().nullable(),
  suppliers: z.number(),
  sites: z.number(),
  scored: z.number(),
  low: z.number(),
  moderate: z.number(),
  elevated: z.number(),
  high: z.number(),
  severe: z.number(),
});

/**
 * Suppliers and sites by country of the place of work, most suppliers first. A supplier with sites in two countries counts in both,
 * as the country filter of the list finds it in both. One query.
 */
export async function readPlaces(db: TenantDb): Promise<CountryPlaces[]> {
  const rows = countSchema.array().parse(
    await db.$queryRaw`
      WITH sites AS (
        SELECT t."supplierPartyId", t."country", count(*) AS n FROM "Site" t GROUP BY 1, 2
      ), places AS (
        SELECT s."partyId", s."country", 0 AS n, s."band", s."scoreStatus" FROM "Supplier" s WHERE s."archivedAt" IS NULL
        UNION ALL
        SELECT s."partyId", t."country", t.n, s."band", s."scoreStatus" FROM "Supplier" s JOIN sites t ON t."supplierPartyId" = s."partyId"
        WHERE s."archivedAt" IS NULL AND t."country" IS NOT NULL
      ), each AS (
        SELECT "partyId", "country", sum(n)::int AS n, max("band") AS "band", max("scoreStatus") AS "status" FROM places GROUP BY 1, 2
      )
      SELECT "country", count(*)::int AS "suppliers", sum(n)::int AS "sites", count(*) FILTER (WHERE "status" = 'scored')::int AS "scored",
        count(*) FILTER (WHERE "band" = 'low')::int AS "low", count(*) FILTER (WHERE "band" = 'moderate')::int AS "moderate",
        count(*) FILTER (WHERE "band" = 'elevated')::int AS "elevated", count(*) FILTER (WHERE "band" = 'high')::int AS "high",
        count(*) FILTER (WHERE "band" = 'severe')::int AS "severe"
      FROM each GROUP BY "country" ORDER BY count(*) DESC, "country"`,
  );
  return rows.map(({ country, suppliers, sites, scored, ...byBand }) => ({
    country,
    suppliers,
    sites,
    scored,
    byBand,
    worst: [...bands].reverse().find((band) => byBand[band] > 0) ?? null,
  }));
}

/** Sites whose coordinates are known, gathered to whole degrees, so that the number of dots does not grow with the sites; the 2,000 largest. One query. */
export async function readDots(db: TenantDb): Promise<Dot[]> {
  const rows = z
    .object({ latitude: z.number(), longitude: z.number(), sites: z.number(), worst: z.number().nullable() })
    .array()
    .parse(
      await db.$queryRaw`
      SELECT round(t."latitude")::float8 AS "latitude", round(t."longitude")::float8 AS "longitude", count(*)::int AS "sites",
        max(array_position(${[...bands]}::text[], s."band"))::int AS "worst"
      FROM "Site" t JOIN "Supplier" s ON s."organizationId" = t."organizationId" AND s."partyId" = t."supplierPartyId"
      WHERE t."latitude" IS NOT NULL AND t."longitude" IS NOT NULL AND s."archivedAt" IS NULL
      GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 2000`,
    );
  return rows.map(({ worst, ...row }) => ({ ...row, worst: worst === null ? null : (bands[worst - 1] ?? null) }));
}
