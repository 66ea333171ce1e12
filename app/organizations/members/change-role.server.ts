import type { Role } from '~/access/permissions';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { hasOtherOwner } from './keep-an-owner.server';

export type RoleChange = { kind: 'changed'; name: string } | { kind: 'unchanged' } | { kind: 'no-member' } | { kind: 'last-owner' };

/** Gives a member another role; the last owner keeps his. */
export async function changeRole(db: TenantDb, change: { userId: string; role: Role; byUserId: string }): Promise<RoleChange> {
  const { userId, role, byUserId } = change;
  const isOwnerKept = role === 'owner' || (await hasOtherOwner(db, userId));
  const member = await db.membership.findFirst({ where: { userId }, select: { role: true, user: { select: { name: true } } } });
  if (!member) return { kind: 'no-member' };
  if (member.role === role) return { kind: 'unchanged' };
  if (member.role === 'owner' && !isOwnerKept) return { kind: 'last-owner' };
  await db.membership.updateMany({ where: { userId }, data: { role } });
  await recordActivity(db, {
    recordKind: 'member',
    recordId: userId,
    act: 'change-role',
    userId: byUserId,
    before: { role: member.role },
    after: { role },
  });
  return { kind: 'changed', name: member.user.name };
}
