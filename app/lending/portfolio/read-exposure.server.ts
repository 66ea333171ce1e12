import { bands } from '#scoring';
import { z } from 'zod';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { categories } from '~/lending/deal-record/states';
import { designations, none, type PortfolioFilter } from './filter';
import { type Exposure, foldExposure } from './fold-lines';
import { lentRows } from './lent-rows.server';

const groupSchema = z.array(
  z.object({
    dimension: z.enum(['band', 'category', 'sector', 'country', 'designation', 'total']),
    key: z.string(),
    open: z.string().nullable(),
    deals: z.number(),
    withoutAmount: z.number(),
    usd: z.number(),
    openMinor: z.number(),
    scoredUsd: z.number(),
    placeUsd: z.number(),
    scoreSum: z.number(),
    lowSum: z.number(),
    highSum: z.number(),
    rateFrom: z.string().nullable(),
    rateTo: z.string().nullable(),
  }),
);

/** The fixed orders of lines; sectors and countries are ordered by exposure. */
const order = { band: [...[...bands].reverse(), none], category: [...categories, none], designation: designations };

/** Whole minor units stay exact as floating point up to 90 trillion in cents. */
const sums = sql`
  count(*)::int AS "deals", count(*) FILTER (WHERE "commitmentMinor" IS NULL)::int AS "withoutAmount",
  COALESCE(sum("usd"), 0) AS "usd", COALESCE(sum("commitmentMinor") FILTER (WHERE "open" IS NOT NULL), 0) AS "openMinor",
  COALESCE(sum("usd") FILTER (WHERE "score" IS NOT NULL), 0) AS "scoredUsd",
  COALESCE(sum("usd") FILTER (WHERE "score" IS NOT NULL AND "basis" IN ('D', 'E')), 0) AS "placeUsd",
  COALESCE(sum("usd" * "score"), 0) AS "scoreSum", COALESCE(sum("usd" * "low"), 0) AS "lowSum",
  COALESCE(sum("usd" * "high"), 0) AS "highSum",
  min("usdRateOn") FILTER (WHERE "usd" IS NOT NULL AND "currency" <> 'USD')::text AS "rateFrom",
  max("usdRateOn") FILTER (WHERE "usd" IS NOT NULL AND "currency" <> 'USD')::text AS "rateTo"`;

/**
 * Own commitments of a portfolio by band, category, sector, host country and designation. A project in several countries counts fully in each, so countries do
 * not add up to the total. One query, however many deals.
 */
export async function readExposure(db: TenantDb, { filter, today }: { filter: PortfolioFilter; today: string }): Promise<Exposure> {
  const groups = groupSchema.parse(
    await db.$queryRaw`
      WITH lent AS MATERIALIZED (
        SELECT r."band", r."category", r."sector", r."designation", r."hostCountries", r."currency", r."usdRateOn", r."score", r."low", r."high",
          r."basis", r."usd"::float8 AS "usd", r."commitmentMinor"::float8 AS "commitmentMinor",
          CASE WHEN r."usd" IS NULL AND r."commitmentMinor" IS NOT NULL THEN r."currency" END AS "open" FROM (${lentRows(filter, today)}) r
      )
      SELECT CASE GROUPING("band", "category", "sector", "designation")
          WHEN 7 THEN 'band' WHEN 11 THEN 'category' WHEN 13 THEN 'sector' WHEN 14 THEN 'designation' ELSE 'total' END AS "dimension",
        COALESCE("band", "category", "sector", "designation", 'total') AS "key", "open", ${sums}
      FROM lent GROUP BY GROUPING SETS (("open", "band"), ("open", "category"), ("open", "sector"), ("open", "designation"), ("open"))
      UNION ALL
      SELECT 'country', h.code, "open", ${sums} FROM lent CROSS JOIN LATERAL unnest("hostCountries") AS h(code) GROUP BY h.code, "open"`,
  );
  return foldExposure(groups, order);
}
