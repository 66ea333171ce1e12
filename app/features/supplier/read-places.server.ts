import { z } from 'zod';
import { placeRange, type PlaceRange } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { SupplierRow } from './list-suppliers.server';

const countsSchema = z.array(z.object({ end: z.enum(['low', 'high']), points: z.number(), count: z.number().int() }));

/**
 * The places by risk that each scored row can hold among all scored suppliers of the organization, by public ID; suppliers whose intervals overlap are a
 * tie and share places. One query, whose answer has at most two rows for each tenth of a point.
 */
export async function readPlaces(db: TenantDb, rows: readonly SupplierRow[]): Promise<Record<string, PlaceRange>> {
  const counts = countsSchema.parse(
    await db.$queryRaw`
      SELECT 'low' AS "end", "scoreLow"::float8 AS points, count(*)::int AS count FROM "Supplier"
      WHERE "archivedAt" IS NULL AND "scoreStatus" = 'scored' GROUP BY 2
      UNION ALL
      SELECT 'high', "scoreHigh"::float8, count(*)::int FROM "Supplier"
      WHERE "archivedAt" IS NULL AND "scoreStatus" = 'scored' GROUP BY 2`,
  );
  const of = (end: 'low' | 'high') => counts.filter((each) => each.end === end).map(({ points, count }) => [points, count] as const);
  const ends = { lows: of('low'), highs: of('high') };
  return Object.fromEntries(
    rows.flatMap(({ publicId, scoreLow: low, scoreHigh: high }) =>
      low === null || high === null ? [] : [[publicId, placeRange({ low, high }, ends)]],
    ),
  );
}
