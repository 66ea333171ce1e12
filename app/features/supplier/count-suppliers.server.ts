import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import type { SupplierView } from './list-state';

const schema = z.tuple([z.object({ all: z.number(), atRisk: z.number(), notScored: z.number(), tierUnknown: z.number() })]);

/** How many suppliers each view holds, without filters. One query. */
export async function countSuppliers(db: TenantDb): Promise<Record<SupplierView, number>> {
  const [counts] = schema.parse(
    await db.$queryRaw`
      SELECT count(*)::int AS "all", count(*) FILTER (WHERE "band" IN ('high', 'severe'))::int AS "atRisk",
        count(*) FILTER (WHERE "scoreStatus" IS DISTINCT FROM 'scored')::int AS "notScored", count(*) FILTER (WHERE "tier" IS NULL)::int AS "tierUnknown"
      FROM "Supplier" WHERE "archivedAt" IS NULL`,
  );
  return { all: counts.all, 'at-risk': counts.atRisk, 'not-scored': counts.notScored, 'tier-unknown': counts.tierUnknown };
}
