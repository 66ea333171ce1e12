import type { TenantDb } from '~/access/tenant-db.server';

/** There are fewer kinds of rows than this (countries, divisions of ISIC, standings): with more, some are equal. */
const mostRows = 1_000;

/** Puts equal rows of the tally together once there are many: reading it costs as much as it has rows. Called by what changes many suppliers. */
export async function compactTally(db: TenantDb): Promise<void> {
  await db.$executeRaw`
    WITH gone AS (
      DELETE FROM "SupplierTally" WHERE (SELECT count(*) FROM "SupplierTally") > ${mostRows} RETURNING "measure", "code", "scoreStatus", "band", "tier", "count"
    )
    INSERT INTO "SupplierTally" ("measure", "code", "scoreStatus", "band", "tier", "count")
    SELECT "measure", "code", "scoreStatus", "band", "tier", sum("count") FROM gone GROUP BY 1, 2, 3, 4, 5 HAVING sum("count") <> 0`;
}
