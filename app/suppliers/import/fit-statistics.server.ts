import type { TenantDb } from '~/access/tenant-db.server';

/** Tables that rows of an import point to: the keys of each row are checked against them. */
export type BulkTable = 'ImportRow' | 'Party' | 'Source' | 'SupplyLink' | 'Supplier' | 'Site' | 'Fact';

/** From so many rows on, a wrong plan costs more than looking at the table. */
const manyRows = 500;

/**
 * After many rows were written to `table`, within their transaction and before anything is checked against them: where PostgreSQL believes that it
 * holds fewer rows than these alone, it looks again. What was never looked at, or when its rows were not yet or no longer there, is
 * planned for as empty, and each key is searched through all rows of the organization.
 * Holds off other looks at the table until the transaction ends.
 */
export async function fitStatistics(db: TenantDb, table: BulkTable, rows: number): Promise<void> {
  if (rows >= manyRows) await db.$executeRaw`SELECT fit_statistics(${table}, ${rows}::int)`;
}
