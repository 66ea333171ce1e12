import type { createInvitation } from '~/access/invitations.server';
import type { Role } from '~/access/permissions';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

export type Invited = { kind: 'invited'; id: string; token: string; email: string; expiresAt: Date } | { kind: 'already-member' };

/** Invites an address with a role. `create` is `createInvitation` of the access module, the only one that reads tokens. */
export async function inviteMember(
  db: TenantDb,
  invitation: { email: string; role: Role; byUserId: string },
  create: typeof createInvitation,
): Promise<Invited> {
  const { email, role, byUserId } = invitation;
  const isMember = (await db.membership.count({ where: { user: { email } } })) > 0;
  if (isMember) return { kind: 'already-member' };
  const created = await create(db, { email, role, invitedById: byUserId });
  await recordActivity(db, { recordKind: 'invitation', recordId: created.id, act: 'invite', userId: byUserId, after: { email, role } });
  return { kind: 'invited', ...created };
}
