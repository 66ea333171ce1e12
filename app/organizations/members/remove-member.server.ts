import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type Released, releaseMember } from '~/suppliers/ownership/release-member.server';
import { hasOtherOwner } from './keep-an-owner.server';

export type Removal = { kind: 'removed'; name: string; released: Released } | { kind: 'no-member' } | { kind: 'last-owner' };

/** Takes a person out of the organization; his account and what he did remain. The last owner stays. His suppliers and open tasks are without a person since. */
export async function removeMember(db: TenantDb, removal: { userId: string; byUserId: string }): Promise<Removal> {
  const { userId, byUserId } = removal;
  const isOwnerKept = await hasOtherOwner(db, userId);
  const member = await db.membership.findFirst({ where: { userId }, select: { role: true, user: { select: { name: true } } } });
  if (!member) return { kind: 'no-member' };
  if (member.role === 'owner' && !isOwnerKept) return { kind: 'last-owner' };
  await db.membership.deleteMany({ where: { userId } });
  const released = await releaseMember(db, { memberId: userId, userId: byUserId });
  await recordActivity(db, { recordKind: 'member', recordId: userId, act: 'remove', userId: byUserId, before: { role: member.role } });
  return { kind: 'removed', name: member.user.name, released };
}
