import type { InOrganization } from '~/access/tenant-db.server';

/**
 * From so many rows on, statistics are taken again. An organization of which they know nothing is planned as one row, whatever the others have: three hundred suppliers
 * then take longer than ten thousand, since each step of a join reads all of them.
 */
const manyRows = 50;

/**
 * After a commit, in a transaction of its own: brings PostgreSQL's statistics up to date, so that the next page is planned for
 * the tables as they are. What was written is seen already.
 */
export async function refreshStatistics(inOrganization: InOrganization, rowsWritten: number): Promise<void> {
  if (rowsWritten < manyRows) return;
  await inOrganization((db) => db.$executeRaw`SELECT refresh_statistics()`, { timeoutMs: 60_000 });
}
