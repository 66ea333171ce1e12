import { query, readRows } from '~/access/sql/query.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { type LinkMade, renewLink } from '~/questionnaires/requests/change-request.server';
import { mailRequest } from '~/questionnaires/requests/mail-request.server';
import { noteMailing } from '~/questionnaires/requests/note-mailing.server';
import type { RunWatch } from '~/platform/jobs/follow-run.server';
import { readAsker } from './read-asker.server';

/**
 * Sends the reminders that are wanted in a campaign, one after the other. Each is taken off the list before its letter goes out: broken off in
 * between, one is lost rather than sent twice, and the next day of reminding makes up for it. Who answered meanwhile gets none.
 */
export async function sendReminders(
  inOrganization: InOrganization,
  options: { campaignId: string; report: RunWatch['report'] },
): Promise<{ mailed: number; bounced: number }> {
  const { campaignId, report } = options;
  const counts = { mailed: 0, bounced: 0 };
  const asker = await inOrganization(readAsker);
  const total = await inOrganization((db) => db.questionnaireRequest.count({ where: { campaignId, remindWantedAt: { not: null } } }));
  for (let done = 0; ; done += 1) {
    await report(done, Math.max(total, done));
    const link = await inOrganization((db) => takeOne(db, { campaignId, now: new Date() }));
    if (link === null) return counts;
    if (link === 'passed-over') continue;
    const mailed = await mailRequest({ ...link, asker, occasion: 'reminder' });
    if (mailed === 'mailed') counts.mailed += 1;
    if (mailed === 'bounced') counts.bounced += 1;
    await inOrganization((db) => noteMailing(db, { responseId: link.responseId, mailed, now: new Date(), isReminder: true }));
  }
}

async function takeOne(
  db: TenantDb,
  { campaignId, now }: { campaignId: string; now: Date },
): Promise<(LinkMade & { responseId: string }) | 'passed-over' | null> {
  const [next] = await readRows(
    db,
    query
      .selectFrom('QuestionnaireRequest')
      .select(['responseId', 'status'])
      .where('campaignId', '=', campaignId)
      .where('remindWantedAt', 'is not', null)
      .orderBy('responseId')
      .limit(1)
      .forUpdate()
      .skipLocked(),
  );
  if (!next) return null;
  const { responseId } = next;
  const isWaiting = ['invited', 'opened', 'started'].includes(next.status);
  await db.questionnaireRequest.updateMany({
    where: { responseId },
    data: { remindWantedAt: null, ...(isWaiting ? { remindedAt: now } : {}) },
  });
  const link = isWaiting ? await renewLink(db, { responseId, userId: null, now }) : null;
  return link ? { ...link, responseId } : 'passed-over';
}
