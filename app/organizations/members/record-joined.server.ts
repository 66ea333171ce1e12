import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** The event that someone accepted an invitation. */
export async function recordJoined(
  db: TenantDb,
  { invitation, userId }: { invitation: { id: string; email: string; role: string }; userId: string },
): Promise<void> {
  await recordActivity(db, {
    recordKind: 'member',
    recordId: userId,
    act: 'join',
    userId,
    after: { role: invitation.role, invitedAs: invitation.email },
  });
}
