import { bands } from '#scoring';
import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { projectSectorLabel } from '~/lending/deal-record/labels';
import type { RiskCells } from '~/supply-chain/analysis/heat-map';
import type { PortfolioFilter } from './filter';
import { lentRows } from './lent-rows.server';

const rowSchema = z.object({
  country: z.string(),
  sector: z.string(),
  suppliers: z.number(),
  atRisk: z.number(),
  scored: z.number(),
  rank: z.number().nullable(),
});

/** Deals of a portfolio by host country and sector, with the band of their clients. A project in several countries counts in each. One query, however many deals. */
export async function readPortfolioHeatMap(
  db: TenantDb,
  { filter, today }: { filter: PortfolioFilter; today: string },
): Promise<RiskCells> {
  const rows = await queryRows(
    db,
    rowSchema,
    sql`SELECT h.code AS "country", l."sector", count(*)::int AS "suppliers",
        (count(*) FILTER (WHERE l."band" IN ('high', 'severe')))::int AS "atRisk",
        (count(*) FILTER (WHERE l."band" = ANY(${[...bands]}::text[])))::int AS "scored", max(array_position(${[...bands]}::text[], l."band")) AS "rank"
      FROM (${lentRows(filter, today)}) l CROSS JOIN LATERAL unnest(l."hostCountries") AS h(code) GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return {
    cells: rows.map(({ rank, ...row }) => ({ ...row, band: rank === null ? null : (bands[rank - 1] ?? null) })),
    sectors: Object.fromEntries(rows.map(({ sector }) => [sector, projectSectorLabel(sector)])),
  };
}
