import { z } from 'zod';
import { sql } from './sql.server';
import { queryFirst } from './sql/query.server';
import type { TenantDb } from './tenant-db.server';

/**
 * Runs `work` in another organization within the caller's transaction, then returns to the caller's. Only access/ calls it (and the demonstration, which
 * creates both sides), along a request or a shared access of both sides.
 */
export async function inside<T>(db: TenantDb, organizationId: string, work: () => Promise<T>): Promise<T> {
  const before = await queryFirst(db, z.object({ id: z.string() }), sql`SELECT current_setting('app.organization_id') AS id`);
  if (before === null) throw new Error('The transaction has no organization to come back to.');
  const enter = (id: string) => db.$executeRaw`SELECT set_config('app.organization_id', ${id}, true)`;
  await enter(organizationId);
  const result = await work();
  await enter(before.id);
  return result;
}
