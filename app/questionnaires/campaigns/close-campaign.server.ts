import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { waitingStatuses } from '~/questionnaires/requests/states';

/**
 * Closes a campaign: open requests are withdrawn, links and devices end, no further requests are sent. Submitted responses stay, and so do the devices of
 * their respondents, who can still withdraw their answers. Null when it is not running. A constant number of queries.
 */
export async function closeCampaign(
  db: TenantDb,
  options: { campaignId: string; userId: string; now: Date },
): Promise<{ ended: number } | null> {
  const { campaignId, userId, now } = options;
  const { count } = await db.campaign.updateMany({ where: { id: campaignId, status: 'going' }, data: { status: 'closed', closedAt: now } });
  if (count === 0) return null;
  await db.jobRun.updateMany({
    where: { subjectId: campaignId, status: { in: ['waiting', 'running'] } },
    data: { status: 'cancelled', finishedAt: now },
  });
  const waiting = { campaignId, viaResponseId: null, status: { in: [...waitingStatuses] } };
  await db.guestAccess.updateMany({ where: { request: { is: waiting }, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
  const { count: ended } = await db.questionnaireRequest.updateMany({
    where: waiting,
    data: { status: 'withdrawn', withdrawnAt: now, remindWantedAt: null },
  });
  await recordActivity(db, { recordKind: 'campaign', recordId: campaignId, act: 'close', userId, after: { ended } });
  return { ended };
}
