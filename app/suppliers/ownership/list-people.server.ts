import { query, readRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';

export type Person = { userId: string; name: string };

/** The members of the organization by name: those who may be mentioned, assigned a task or made owner. One query. */
export async function listPeople(db: TenantDb): Promise<Person[]> {
  const rows = await readRows(
    db,
    query
      .selectFrom('Membership as m')
      .innerJoin('User as u', 'u.id', 'm.userId')
      .select(['m.userId', 'u.name'])
      .orderBy('u.name')
      .orderBy('u.id'),
  );
  return rows;
}

/** A member's name; null for who is no member. */
export async function memberName(db: TenantDb, userId: string): Promise<string | null> {
  const member = await db.membership.findFirst({ where: { userId }, select: { user: { select: { name: true } } } });
  return member?.user.name ?? null;
}
