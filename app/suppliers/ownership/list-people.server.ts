import { z } from 'zod';
import { type Question, query } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';

export type Person = { userId: string; name: string; email: string };

/** The names of the members of the organization, in their order, as one of several questions of a statement. */
export const peopleQuestion = {
  schema: z.object({ userId: z.string(), name: z.string() }),
  statement: query
    .selectFrom('Membership as m')
    .innerJoin('User as u', 'u.id', 'm.userId')
    .select(['m.userId', 'u.name'])
    .orderBy('u.name')
    .orderBy('u.id'),
} satisfies Question;

/** The members of the organization by name: those who may be mentioned, assigned a task or made owner. Every member may read the addresses of the others. */
export async function listPeople(db: TenantDb): Promise<Person[]> {
  const members = await db.membership.findMany({
    select: { userId: true, user: { select: { name: true, email: true } } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
  });
  return members.map(({ userId, user }) => ({ userId, ...user }));
}

/** A member's name; null for who is no member. */
export async function memberName(db: TenantDb, userId: string): Promise<string | null> {
  const member = await db.membership.findFirst({ where: { userId }, select: { user: { select: { name: true } } } });
  return member?.user.name ?? null;
}
