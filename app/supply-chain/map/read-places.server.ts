import { z } from 'zod';
import { type Band, bands } from '#scoring';
import { identifier, joinBy, type Sql, sql } from '~/access/sql.server';
import { queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { linksShown, type TiersOn } from './map-scope.server';
import type { MapState } from './map-state';
import { shownSuppliers } from './read-suppliers-shown.server';

export type CountryPlaces = {
  /** Null: suppliers of whom no country is known. */
  country: string | null;
  suppliers: number;
  sites: number;
  scored: number;
  worst: Band | null;
  byBand: Record<Band, number>;
};
/** Workers are recruited in `origin` for suppliers in `destination`. */
export type Corridor = { origin: string; destination: string; providers: number; suppliers: number };

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
type Shown = { state: MapState; tiers: TiersOn | null };

function shownAs({ state, tiers }: Shown): Sql {
  const { from, where } = shownSuppliers(state, tiers);
  return sql`shown AS MATERIALIZED (SELECT s."partyId", s."country", s."band", s."scoreStatus" FROM ${from} WHERE ${where})`;
}

const bandCounts = joinBy(
  bands.map((band) => sql`count(*) FILTER (WHERE "band" = ${band})::int AS ${identifier(band)}`),
  ', ',
);

/**
 * Suppliers and sites by country of the place of work, most suppliers first. A supplier with sites in two countries counts in both,
 * as the country filter finds it in both. Without a country are those that no site places, so that none that is drawn counts as unknown. One query.
 */
export async function readPlaces(db: TenantDb, shown: Shown): Promise<CountryPlaces[]> {
  const rows = await queryRows(
    db,
    countSchema,
    sql`
      WITH ${shownAs(shown)}, sites AS (
        SELECT t."supplierPartyId", t."country", count(*) AS n FROM "Site" t GROUP BY 1, 2
      ), places AS (
        SELECT s."partyId", s."country", 0 AS n, s."band", s."scoreStatus" FROM shown s
        WHERE s."country" IS NOT NULL OR NOT EXISTS (SELECT 1 FROM "Site" t WHERE t."supplierPartyId" = s."partyId"
          AND (t."country" IS NOT NULL OR (t."latitude" IS NOT NULL AND t."longitude" IS NOT NULL)))
        UNION ALL
        SELECT s."partyId", t."country", t.n, s."band", s."scoreStatus" FROM shown s JOIN sites t ON t."supplierPartyId" = s."partyId"
        WHERE t."country" IS NOT NULL
      ), each AS (
        SELECT "partyId", "country", sum(n)::int AS n, max("band") AS "band", max("scoreStatus") AS "status" FROM places GROUP BY 1, 2
      )
      SELECT "country", count(*)::int AS "suppliers", sum(n)::int AS "sites", count(*) FILTER (WHERE "status" = 'scored')::int AS "scored",
        ${bandCounts}
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

/** Corridors on which labour recruiters bring workers to the suppliers shown: from the origins of a provider to where the supplier works. One query. */
export async function readCorridors(db: TenantDb, shown: Shown): Promise<Corridor[]> {
  return queryRows(
    db,
    z.object({ origin: z.string(), destination: z.string(), providers: z.number(), suppliers: z.number() }),
    sql`
        WITH ${shownAs(shown)}
        SELECT o.country AS "origin", COALESCE(t."country", s."country") AS "destination", count(DISTINCT r."partyId")::int AS "providers",
          count(DISTINCT s."partyId")::int AS "suppliers"
        FROM ${linksShown(shown.state)} l
        JOIN "LabourRecruiter" r ON r."organizationId" = l."organizationId" AND r."partyId" = l."fromPartyId"
        CROSS JOIN LATERAL unnest(r."originCountries") AS o(country)
        LEFT JOIN "Site" t ON t."organizationId" = l."organizationId" AND t."partyId" = l."toPartyId"
        JOIN shown s ON s."partyId" = COALESCE(t."supplierPartyId", l."toPartyId")
        WHERE l."kind" = 'recruits' AND COALESCE(t."country", s."country") IS NOT NULL
        GROUP BY 1, 2 ORDER BY 4 DESC, 1, 2`,
  );
}
