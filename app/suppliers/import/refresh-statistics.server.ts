import type { InOrganization } from '~/access/tenant-db.server';

/** From so many rows on, PostgreSQL's picture of the tables is out of date. */
const manyRows = 1_000;

/**
 * After a large commit, in a transaction of its own: brings PostgreSQL's statistics up to date, so that the next page is planned for
 * the tables as they are. What was written is seen already.
 */
export async function refreshStatistics(inOrganization: InOrganization, rowsWritten: number): Promise<void> {
  if (rowsWritten < manyRows) return;
  await inOrganization((db) => db.$executeRaw`SELECT refresh_statistics()`, { timeoutMs: 60_000 });
}
