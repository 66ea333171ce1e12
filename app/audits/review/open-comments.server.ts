import type { TenantDb } from '~/access/tenant-db.server';
import { notify } from '~/platform/notifications/notify.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { isUnanswered } from './comments';
import { readComments } from './read-comments.server';

/** How many comments are open, as a reviewer sees them. */
export const openComments = async (db: TenantDb, audit: { id: string }): Promise<number> =>
  (await readComments(db, audit, { isForTeam: false })).filter(({ state }) => state === 'open').length;

/** How many comments the team has neither replied to nor marked as done. One whose entry is in the record no more needs no reply. */
export const unansweredComments = async (db: TenantDb, audit: { id: string }): Promise<number> =>
  (await readComments(db, audit, { isForTeam: false })).filter(isUnanswered).length;

/** Notifies whoever commented that the team concluded the audit again. */
export async function notifyReviewers(db: TenantDb, audit: FoundAudit, { userId, now }: { userId: string; now: Date }): Promise<void> {
  const comments = (await readComments(db, audit, { isForTeam: false })).filter(({ state }) => state !== 'withdrawn');
  await notify(db, {
    ...{ event: 'audit-replied', recordId: audit.id, partyId: audit.partyId, causedById: userId, now, occurrence: now.toISOString() },
    recipients: [...new Set(comments.map(({ byId }) => byId))],
  });
}
