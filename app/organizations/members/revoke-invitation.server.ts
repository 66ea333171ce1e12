import { endInvitation } from '~/access/invitations.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** Withdraws an open invitation; its link answers 410 from now on. False when it is not open any more. */
export async function revokeInvitation(db: TenantDb, revocation: { invitationId: string; byUserId: string }): Promise<boolean> {
  const { invitationId, byUserId } = revocation;
  const revokedAt = new Date();
  if (!(await endInvitation(db, { invitationId, now: revokedAt }))) return false;
  await recordActivity(db, { recordKind: 'invitation', recordId: invitationId, act: 'revoke', userId: byUserId, after: { revokedAt } });
  return true;
}
