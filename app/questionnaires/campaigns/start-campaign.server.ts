import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { readComingDay } from '~/platform/forms/entered-day';
import { startRun } from '~/platform/jobs/start-run.server';
import { keepTargets } from './judge-targets.server';

type Who = { campaignId: string; organizationId: string; userId: string };
export type Started = { kind: 'started'; runId: string; asked: number } | { kind: 'refused'; code: 'not-draft' | 'nobody' | 'due-past' };

/**
 * Writes down whom a draft asks, as its check shows it now, and puts the asking on the queue. Of two starts at once one succeeds. A constant
 * number of queries, however many suppliers.
 */
export async function startCampaign(db: TenantDb, { now, ...who }: Who & { now: Date }): Promise<Started> {
  const { campaignId, organizationId, userId } = who;
  await db.$queryRaw`SELECT 1 FROM "Campaign" WHERE "id" = ${campaignId}::uuid FOR UPDATE`;
  const campaign = await db.campaign.findFirst({
    where: { id: campaignId, status: 'draft' },
    select: { id: true, instrumentKey: true, selection: true, takenOut: true, allows: true, dueOn: true },
  });
  if (!campaign) return { kind: 'refused', code: 'not-draft' };
  // A draft may have waited until its due date passed.
  if (campaign.dueOn && readComingDay(campaign.dueOn.toISOString().slice(0, 10), now) === undefined)
    return { kind: 'refused', code: 'due-past' };
  const asked = await keepTargets(db, campaign, { today: now.toISOString().slice(0, 10) });
  if (asked === 0) {
    await db.campaignTarget.deleteMany({ where: { campaignId } });
    return { kind: 'refused', code: 'nobody' };
  }
  await db.campaign.updateMany({ where: { id: campaignId }, data: { status: 'going', startedAt: now } });
  await recordActivity(db, { recordKind: 'campaign', recordId: campaignId, act: 'start', userId, after: { suppliers: asked } });
  const { runId } = await startRun(db, { kind: 'send-campaign', subjectId: campaignId, organizationId, userId, total: asked });
  return { kind: 'started', runId, asked };
}

/** Stops sending at the next step: sent requests stay, the others wait. False when nothing is being sent. */
export async function cancelSending(db: TenantDb, { campaignId, userId }: Who): Promise<boolean> {
  const { count } = await db.jobRun.updateMany({
    where: { kind: 'send-campaign', subjectId: campaignId, status: { in: ['waiting', 'running'] } },
    data: { status: 'cancelled', finishedAt: new Date() },
  });
  if (count === 0) return false;
  await recordActivity(db, { recordKind: 'campaign', recordId: campaignId, act: 'cancel', userId });
  return true;
}

/** Resumes with the waiting requests. Null when there are none, or the campaign is not running. */
export async function resumeSending(db: TenantDb, { campaignId, organizationId, userId }: Who): Promise<{ runId: string } | null> {
  const waiting = await db.campaignTarget.count({
    where: { campaignId, status: { in: ['waiting', 'asked'] }, campaign: { is: { status: 'going' } } },
  });
  if (waiting === 0) return null;
  return startRun(db, { kind: 'send-campaign', subjectId: campaignId, organizationId, userId, total: waiting });
}
