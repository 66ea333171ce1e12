import { z } from 'zod';
import { type Band, bandSchema, countryRow } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { methodDay } from '~/supply-chain/map/method-day.server';
import { overviewPaths, overviewSize } from '~/supply-chain/map/overview-paths.server';

/** How many suppliers are marked, the riskiest first. */
const mostMarks = 250;

const countSchema = z.object({ country: z.string().nullable(), band: bandSchema.nullable(), suppliers: z.number() });
const markSchema = z.object({
  publicId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  band: bandSchema,
  score: z.number(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
});

export type Mark = Omit<z.output<typeof markSchema>, 'longitude' | 'latitude'> & { x: number; y: number };
export type CountryCounts = { country: string | null; suppliers: number; atRisk: number; worst: Band | null };
export type RiskMap = {
  width: number;
  height: number;
  /** Outlines of the countries with suppliers. */
  own: string[];
  /** The riskiest first. */
  marks: Mark[];
  countries: CountryCounts[];
  byBand: { band: Band | null; suppliers: number }[];
  atRisk: number;
  /** The region (UN M49) with most suppliers at severe or high risk, and how many; null where there are none. */
  region: { name: string; suppliers: number } | null;
};

const order: readonly (Band | null)[] = ['severe', 'high', 'elevated', 'moderate', 'low', null];
const isAtRisk = (band: Band | null) => band === 'severe' || band === 'high';

/** The suppliers by band and country, and the riskiest of them at the place of their largest site, else of their country. Two queries, however many. */
export async function readRiskMap(db: TenantDb, { today }: { today: string }): Promise<RiskMap> {
  const counts = await queryRows(
    db,
    countSchema,
    sql`SELECT s."country", CASE WHEN s."scoreStatus" = 'scored' THEN s."band" END AS "band", count(*)::int AS "suppliers"
      FROM "Supplier" s WHERE s."archivedAt" IS NULL GROUP BY 1, 2`,
  );
  const rows = await queryRows(
    db,
    markSchema,
    sql`SELECT p."publicId", p."name", s."country", s."band", s."score"::float8 AS "score", t."longitude", t."latitude"
      FROM (
        SELECT u."organizationId", u."partyId", u."country", u."band", u."score" FROM "Supplier" u
        WHERE u."archivedAt" IS NULL AND u."scoreStatus" = 'scored' AND u."band" IS NOT NULL AND u."score" IS NOT NULL
        ORDER BY u."score" DESC, u."partyId" LIMIT ${mostMarks}::int) s
      JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      LEFT JOIN LATERAL (
        SELECT e."longitude"::float8 AS "longitude", e."latitude"::float8 AS "latitude" FROM "Site" e
        WHERE e."organizationId" = s."organizationId" AND e."supplierPartyId" = s."partyId" AND e."longitude" IS NOT NULL AND e."latitude" IS NOT NULL
        ORDER BY e."workers" DESC NULLS LAST, e."partyId" LIMIT 1) t ON true
      ORDER BY s."score" DESC, p."publicId"`,
  );
  const { outlines, centres, place } = overviewPaths();
  const countries = fold(counts);
  return {
    ...overviewSize,
    own: countries.flatMap(({ country }) => (country ? (outlines.get(country) ?? []) : [])),
    marks: rows.flatMap(({ longitude, latitude, ...row }) => {
      const centre = row.country ? centres.get(row.country) : undefined;
      const at = longitude === null || latitude === null ? centre : place({ longitude, latitude });
      return at ? [{ ...row, x: at[0], y: at[1] }] : [];
    }),
    countries,
    byBand: order.map((band) => ({ band, suppliers: sum(counts.filter((row) => row.band === band)) })),
    atRisk: sum(counts.filter(({ band }) => isAtRisk(band))),
    region: regionAtRisk(countries, methodDay(today)),
  };
}

const sum = (rows: readonly { suppliers: number }[]) => rows.reduce((total, { suppliers }) => total + suppliers, 0);

function fold(counts: readonly z.output<typeof countSchema>[]): CountryCounts[] {
  return [...new Set(counts.map(({ country }) => country))]
    .map((country) => {
      const own = counts.filter((row) => row.country === country);
      const worst = order.find((band) => own.some((row) => row.band === band)) ?? null;
      return { country, suppliers: sum(own), atRisk: sum(own.filter(({ band }) => isAtRisk(band))), worst };
    })
    .sort((a, b) => b.atRisk - a.atRisk || b.suppliers - a.suppliers || (a.country ?? '').localeCompare(b.country ?? ''));
}

function regionAtRisk(countries: readonly CountryCounts[], day: string): RiskMap['region'] {
  const byRegion = new Map<string, number>();
  for (const { country, atRisk } of countries) {
    const region = country ? countryRow(country, day)?.region : undefined;
    if (region && atRisk > 0) byRegion.set(region, (byRegion.get(region) ?? 0) + atRisk);
  }
  const [most] = [...byRegion].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return most ? { name: most[0], suppliers: most[1] } : null;
}
