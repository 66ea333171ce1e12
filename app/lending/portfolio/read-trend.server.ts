import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import type { PortfolioFilter } from './filter';
import { lentRows } from './lent-rows.server';

const rowSchema = z.array(
  z.object({
    day: z.string(),
    method: z.string(),
    clients: z.number(),
    score: z.number(),
    low: z.number(),
    high: z.number(),
  }),
);
/** What clients' scores were on a day by one version of the method: means weighted by the commitments of that day, at the rates of today. */
export type TrendPoint = z.infer<typeof rowSchema>[number];
export type Trend = { days: string[]; points: TrendPoint[]; clients: number };

/** The ends of the last eight quarters before a day, and that day (ISO), the oldest first. */
export function trendDays(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const ends = Array.from({ length: 8 }, (_, back) => {
    const quarter = Math.floor((month - 1) / 3) - back;
    return new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
  });
  return [...ends.reverse(), today];
}

/**
 * How the scores of a portfolio's clients stood at the end of each quarter: for each day and version of the method (engine and parameters) the clients whose
 * newest score then was made by it. Versions are never mixed, so no line can run across a change of method. What a commitment was on a day is what the first
 * later change of the record says it had been; where the currency changed since, today's counts. Two queries.
 */
export async function readTrend(db: TenantDb, { filter, today }: { filter: PortfolioFilter; today: string }): Promise<Trend> {
  const days = trendDays(today);
  const points = rowSchema.parse(
    await db.$queryRaw`
      WITH lent AS MATERIALIZED (${lentRows(filter, today)}), change AS MATERIALIZED (
        SELECT l."id" AS tx, a."at", c.value->>'field' AS field, (c.value->>'before')::numeric / l."commitmentMinor" AS share
        FROM lent l JOIN "Activity" a ON a."recordKind" = 'deal' AND a."recordId" = l."id"::text AND a."act" = 'edit'
        CROSS JOIN LATERAL jsonb_array_elements(a."changes") c WHERE l."usd" > 0 AND c.value->>'field' = 'commitmentMinor'
        UNION ALL
        SELECT l."id", a."at", 'currency', 1 FROM lent l JOIN "Activity" a ON a."recordKind" = 'deal' AND a."recordId" = l."id"::text AND a."act" = 'edit'
        WHERE l."usd" > 0 AND a."changes" @> '[{"field": "currency"}]'
      ), was AS (
        SELECT c.tx, d.day, CASE WHEN bool_or(c.field = 'currency') THEN 1 ELSE COALESCE((array_agg(c.share ORDER BY c."at"))[1], 0) END AS share
        FROM change c JOIN unnest(${days}::date[]) AS d(day) ON c."at" >= d.day + 1 GROUP BY c.tx, d.day
      ), client AS MATERIALIZED (
        SELECT l."clientPartyId" AS party, d.day, sum(l."usd" * COALESCE(w.share, 1))::float8 AS weight
        FROM lent l CROSS JOIN unnest(${days}::date[]) AS d(day) LEFT JOIN was w ON w.tx = l."id" AND w.day = d.day
        WHERE l."usd" > 0 GROUP BY 1, 2
      ), history AS MATERIALIZED (
        SELECT s."partyId" AS party, s."engineVersion" || COALESCE(' · ' || left(s."parameterHash", 8), '') AS method, s."createdAt" AS since,
          lead(s."createdAt") OVER (PARTITION BY s."partyId" ORDER BY s."createdAt", s."id") AS until,
          (s."result"->>'score')::float8 AS score, (s."result"->>'low')::float8 AS low, (s."result"->>'high')::float8 AS high
        FROM "Score" s WHERE s."partyId" IN (SELECT party FROM client)
      )
      SELECT d.day::text AS day, h.method, count(*)::int AS clients, sum(c.weight * h.score) / sum(c.weight) AS score,
        sum(c.weight * h.low) / sum(c.weight) AS low, sum(c.weight * h.high) / sum(c.weight) AS high
      FROM unnest(${days}::date[]) AS d(day)
      JOIN history h ON h.since < d.day + 1 AND (h.until IS NULL OR h.until >= d.day + 1) AND h.score IS NOT NULL
      JOIN client c ON c.party = h.party AND c.day = d.day AND c.weight > 0 GROUP BY d.day, h.method ORDER BY d.day, h.method`,
  );
  const [{ clients = 0 } = {}] = z
    .array(z.object({ clients: z.number() }))
    .parse(await db.$queryRaw`SELECT count(DISTINCT "clientPartyId")::int AS clients FROM (${lentRows(filter, today)}) l WHERE "usd" > 0`);
  return { days, points, clients };
}
