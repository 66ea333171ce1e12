import type { TenantDb } from '~/access/tenant-db.server';

/** Names by user id, also of former members. */
export async function namePeople(db: TenantDb, userIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`SELECT "id", "name" FROM "User" WHERE "id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
