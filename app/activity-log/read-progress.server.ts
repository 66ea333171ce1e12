import type { TenantDb } from '~/access/tenant-db.server';
import { listActivity } from '~/activity-log/list-activity.server';
import { showFindings } from '~/findings/findings/show-findings.server';
import { listReplies } from '~/findings/right-of-reply/list-replies.server';
import { listActions } from '~/findings/corrective-actions/list-actions.server';

const most = 500;
/** What happened to a record that a supplier may read of; what was only written for members is left out. */
const loggedActs = new Set([
  'open',
  'record-finding',
  'move',
  'plan-action',
  'agree-action',
  'start-action',
  'complete-action',
  'verify-action',
  'reopen-action',
  'grant-extension',
  'refuse-extension',
  'ask-extension',
  'sign-action',
  'send-for-comment',
  'record-finding-reply',
  'answer-reply',
]);

/**
 * Progress on the findings of one supplier on a day, and changes since another: findings with their actions and events.
 * Reads the newest 500 of each. `since`, `today`: YYYY-MM-DD.
 */
export async function readProgress(db: TenantDb, options: { partyId: string; since: string; today: string }) {
  const { partyId, since, today } = options;
  const { rows: findings } = await showFindings(db, { partyId, take: most });
  const { rows: actions } = await listActions(db, { partyId, today, take: most });
  const replies = await listReplies(db, { findingIds: findings.map(({ id }) => id), today });
  const ids = new Set([...findings.map(({ id }) => id), ...actions.map(({ id }) => id)]);
  const changes = await changesSince(db, { ids: [...ids], since });
  return {
    findings: findings.map((finding) => ({
      ...finding,
      replies: replies.filter(({ findingId }) => findingId === finding.id),
      actions: actions.filter(({ findingId }) => findingId === finding.id),
    })),
    counts: {
      pending: actions.filter(({ status }) => status === 'pending').length,
      inProgress: actions.filter(({ status }) => status === 'in-progress').length,
      completed: actions.filter(({ status }) => status === 'completed').length,
      verified: actions.filter(({ status }) => status === 'verified').length,
      overdue: actions.filter(({ daysLate }) => daysLate > 0).length,
    },
    changes,
  };
}

async function changesSince(db: TenantDb, { ids, since }: { ids: readonly string[]; since: string }) {
  const rows = await db.activity.findMany({
    where: { recordId: { in: [...ids] }, at: { gte: new Date(`${since}T00:00:00Z`) }, act: { in: [...loggedActs] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 200,
    select: { id: true },
  });
  return listActivity(db, { ids: rows.map(({ id }) => id), limit: 200 }).then(({ events }) => events);
}
