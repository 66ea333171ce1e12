import { sweepFormKeys } from '~/access/take-form-key.server';
import { forOrganization } from '~/access/tenant-db.server';
import { stampMissing, stampsOfNight } from '~/documents/signing/stamp-missing.server';
import { expireApprovals } from '~/platform/approvals/decide-approval.server';
import { deleteOldNotifications } from '~/platform/notifications/delete-old.server';
import { refreshOutdatedAlerts } from '~/risk/alerts/refresh-outdated.server';
import { scoreLapsed } from '~/risk/scores/score-lapsed.server';
import { eraseExpiredPeople } from '~/suppliers/contact-people/erase-contact-people.server';
import { runNightlyJob } from '~/suppliers/supply-links/nightly-job.server';
import { keepMeasuredPace } from './keep-measured-pace';
import { organizationIds } from './organization-ids';

/** The nightly job runs after midnight UTC; a missed night is made up for once. */
export const nightlyJobCrontab = '7 0 * * * turn-day ?fill=3d&jobKey=turn-day&jobKeyMode=replace';

/**
 * Lets every organization follow what began or ended by date since its last night, scores without answers whose term has passed, deletes expired keys of forms,
 * old notifications and people at suppliers whose term has passed, closes proposals that were not decided in time, asks again for missing time stamps of signatures, detects alerts again where the lists are others than at the last night, and measures how long answers take. One that
 * fails does not stop the others; the first failure is thrown at the end, so that the queue tries again. Answers how many organizations had something to follow.
 */
export async function runNightlyJobs(options: { ownerUrl: string; today: string }): Promise<{ organizations: number; changed: number }> {
  const counts = { organizations: 0, changed: 0 };
  const failures: unknown[] = [];
  const budget = stampsOfNight();
  for await (const organizationId of organizationIds(options.ownerUrl)) {
    counts.organizations += 1;
    try {
      const { today } = options;
      const inOrganization = forOrganization({ organizationId });
      const turned = await inOrganization((db) => runNightlyJob(db, { organizationId, today }), { timeoutMs: 60_000 });
      await inOrganization(sweepFormKeys);
      await inOrganization((db) => deleteOldNotifications(db, { now: new Date() }));
      await inOrganization((db) => eraseExpiredPeople(db, { today }));
      const expired = await inOrganization((db) => expireApprovals(db, { now: new Date(`${today}T00:00:00Z`) }));
      const stamped = await stampMissing(inOrganization, { organizationId, budget, now: new Date() });
      const lapsed = await inOrganization((db) => scoreLapsed(db, { today }), { timeoutMs: 60_000 });
      const isDetected = await refreshOutdatedAlerts(inOrganization, { organizationId, today });
      if (turned.links || turned.facts || lapsed > 0 || expired > 0 || stamped > 0 || isDetected) counts.changed += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  await keepMeasuredPace(options).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
  return counts;
}
