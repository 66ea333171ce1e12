import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';

/** The countries in which an organization has suppliers, by hopping along the index from one to the next: its cost grows with the countries, not the rows. */
export async function listCountries(db: TenantDb): Promise<string[]> {
  const rows = await db.$queryRaw`
    WITH RECURSIVE hop AS (
      (SELECT "country" FROM "Supplier" WHERE "country" IS NOT NULL ORDER BY "country" LIMIT 1)
      UNION ALL
      SELECT (SELECT s."country" FROM "Supplier" s WHERE s."country" > hop."country" ORDER BY s."country" LIMIT 1) FROM hop WHERE hop."country" IS NOT NULL
    )
    SELECT "country" FROM hop WHERE "country" IS NOT NULL`;
  return z
    .array(z.object({ country: z.string() }))
    .parse(rows)
    .map((row) => row.country);
}
