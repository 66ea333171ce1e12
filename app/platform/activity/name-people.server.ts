import { query, readRows } from '~/access/sql/query.server';
import { anyId } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';

/** Names by user id, also of former members. */
export async function namePeople(db: TenantDb, userIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return new Map();
  const rows = await readRows(db, query.selectFrom('User').select(['id', 'name']).where('id', '=', anyId(ids)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
