import { z } from 'zod';
import { bases } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';

const rowSchema = z.object({ tier: z.number().nullable(), basis: z.enum(bases).nullable(), suppliers: z.number() });

/** Suppliers of one tier by what their score rests on. tier: 3 means 3 and more, null that no path is known; basis null: not scored. */
export type BasisCount = z.output<typeof rowSchema>;

/** How many suppliers of each tier rest on what. One query. */
export async function readBasis(db: TenantDb): Promise<BasisCount[]> {
  return queryRows(
    db,
    rowSchema,
    sql`SELECT CASE WHEN s."tier" IS NOT NULL THEN LEAST(s."tier", 3) END AS "tier", CASE WHEN s."scoreStatus" = 'scored' THEN s."basis" END AS "basis", count(*)::int AS "suppliers"
      FROM "Supplier" s WHERE s."archivedAt" IS NULL GROUP BY 1, 2 ORDER BY 1 NULLS LAST, 2 NULLS LAST`,
  );
}
