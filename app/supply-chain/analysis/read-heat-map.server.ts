import { bands } from '#scoring';
import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import type { RiskCells } from './heat-map';

const rowSchema = z.object({
  country: z.string().nullable(),
  sector: z.string().nullable(),
  suppliers: z.number(),
  atRisk: z.number(),
  scored: z.number(),
  rank: z.number().nullable(),
});

/**
 * Suppliers by country and division of ISIC, counted as the filters of the supplier list do: one with sites in several countries in each of them. One query, however
 * many.
 */
export async function readHeatMap(db: TenantDb): Promise<RiskCells> {
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
    WITH located AS (
      SELECT s."partyId", s."country" FROM "Supplier" s WHERE s."archivedAt" IS NULL AND s."country" IS NOT NULL
      UNION SELECT t."supplierPartyId", t."country" FROM "Site" t WHERE t."country" IS NOT NULL
    )
    SELECT l."country", left(s."sector", 2) AS "sector", count(*)::int AS "suppliers",
      (count(*) FILTER (WHERE s."scoreStatus" = 'scored' AND s."band" IN ('high', 'severe')))::int AS "atRisk",
      (count(*) FILTER (WHERE s."scoreStatus" = 'scored'))::int AS "scored",
      max(array_position(${[...bands]}::text[], s."band")) FILTER (WHERE s."scoreStatus" = 'scored') AS "rank"
    FROM "Supplier" s LEFT JOIN located l ON l."partyId" = s."partyId" WHERE s."archivedAt" IS NULL GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return {
    cells: rows.map(({ rank, ...row }) => ({ ...row, band: rank === null ? null : (bands[rank - 1] ?? null) })),
    sectors: sectorTitles(rows.map(({ sector }) => sector)),
  };
}
