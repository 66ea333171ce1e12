import { z } from 'zod';
import { type Question, query, readRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';

export type Person = { userId: string; name: string };

const statement = query
  .selectFrom('Membership as m')
  .innerJoin('User as u', 'u.id', 'm.userId')
  .select(['m.userId', 'u.name'])
  .orderBy('u.name')
  .orderBy('u.id');
/** The members of the organization by name: those who may be mentioned, assigned a task or made owner. */
export const peopleQuestion = { schema: z.object({ userId: z.string(), name: z.string() }), statement } satisfies Question;

/** The same, in one query. */
export const listPeople = (db: TenantDb): Promise<Person[]> => readRows(db, statement);

/** A member's name; null for who is no member. */
export async function memberName(db: TenantDb, userId: string): Promise<string | null> {
  const member = await db.membership.findFirst({ where: { userId }, select: { user: { select: { name: true } } } });
  return member?.user.name ?? null;
}
