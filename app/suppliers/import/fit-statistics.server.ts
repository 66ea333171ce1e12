import type { TenantDb } from '~/access/tenant-db.server';

/** Tables that rows of an import point to: the keys of each row are checked against them. */
export type BulkTable = 'ImportRow' | 'Party' | 'Source' | 'SupplyLink' | 'Supplier' | 'Site' | 'Fact';

/** From so many rows on, a wrong plan costs more than looking at the table. */
const manyRows = 500;

/**
 * Call after many rows were written to `table`, in the same transaction and before keys are checked: runs ANALYZE where the statistics of PostgreSQL count
 * fewer rows than were just written. A table that was never analyzed is planned as empty, and each check of a key then scans all rows of the
 * organization. Blocks other ANALYZE runs on the table until the transaction ends.
 */
export async function fitStatistics(db: TenantDb, table: BulkTable, rows: number): Promise<void> {
  if (rows >= manyRows) await db.$executeRaw`SELECT fit_statistics(${table}, ${rows}::int)`;
}
