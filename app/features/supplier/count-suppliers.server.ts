import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import type { SupplierView } from './list-state';

const schema = z.tuple([
  z.object({ all: z.number(), atRisk: z.number(), notScored: z.number(), tierUnknown: z.number(), countries: z.array(z.string()) }),
]);

/**
 * How many suppliers each view holds, without filters, and the countries in which there are any. One query; the countries are found by hopping
 * along the index from one to the next, so that their cost grows with the countries, not the rows.
 */
export async function countSuppliers(db: TenantDb): Promise<{ counts: Record<SupplierView, number>; countries: string[] }> {
  const [{ countries, ...counts }] = schema.parse(
    await db.$queryRaw`
      WITH RECURSIVE hop AS (
        (SELECT "country" FROM "Supplier" WHERE "country" IS NOT NULL ORDER BY "country" LIMIT 1)
        UNION ALL
        SELECT (SELECT s."country" FROM "Supplier" s WHERE s."country" > hop."country" ORDER BY s."country" LIMIT 1) FROM hop WHERE hop."country" IS NOT NULL
      )
      SELECT count(*)::int AS "all", count(*) FILTER (WHERE "band" IN ('high', 'severe'))::int AS "atRisk",
        count(*) FILTER (WHERE "scoreStatus" IS DISTINCT FROM 'scored')::int AS "notScored", count(*) FILTER (WHERE "tier" IS NULL)::int AS "tierUnknown",
        ARRAY(SELECT "country" FROM hop WHERE "country" IS NOT NULL) AS "countries"
      FROM "Supplier" WHERE "archivedAt" IS NULL`,
  );
  return {
    counts: { all: counts.all, 'at-risk': counts.atRisk, 'not-scored': counts.notScored, 'tier-unknown': counts.tierUnknown },
    countries,
  };
}
