import { isRole, type Role } from '~/access/permissions';
import type { TenantDb } from '~/access/tenant-db.server';

export type ListedMember = { userId: string; name: string; email: string; role: Role; since: Date };
export type ListedInvitation = { id: string; email: string; role: Role; expiresAt: Date };

/** The people of the organization by name. */
export async function listMembers(db: TenantDb): Promise<ListedMember[]> {
  const rows = await db.membership.findMany({
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
  });
  return rows.flatMap(({ userId, role, createdAt, user }) => (isRole(role) ? [{ userId, role, since: createdAt, ...user }] : []));
}

/** Invitations that can still be accepted, the newest first. */
export async function listInvitations(db: TenantDb): Promise<ListedInvitation[]> {
  const usable = { kind: 'link', usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
  const rows = await db.invitation.findMany({
    where: { links: { some: usable } },
    select: { id: true, email: true, role: true, links: { where: usable, select: { expiresAt: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ role, links, ...rest }) => links.flatMap(({ expiresAt }) => (isRole(role) ? [{ ...rest, expiresAt, role }] : [])));
}
