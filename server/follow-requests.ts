import { forOrganization } from '~/access/tenant-db.server';
import { wantDueReminders } from '~/questionnaires/campaigns/want-reminders.server';
import { remindReports } from '~/lending/monitoring/remind-reports.server';
import { retryReceiving } from '~/questionnaires/requests/receive-answers.server';
import { organizationIds } from './organization-ids';

/** When the queue looks after what was asked: every morning, UTC; a morning that was missed is made up for, once. */
export const followRequestsCrontab = '17 6 * * * follow-requests ?fill=1d&jobKey=follow-requests&jobKeyMode=replace';

/**
 * In every organization: processes submissions that failed before, queues due reminders of questionnaires, and sends those of clients' monitoring reports. A
 * failing organization does not stop the others; the first failure is thrown at the end, so that the queue tries again. Twice a day sends no reminder twice.
 */
export async function followRequests(options: {
  ownerUrl: string;
  now: Date;
}): Promise<{ received: number; failed: number; reminded: number }> {
  const counts = { received: 0, failed: 0, reminded: 0 };
  const failures: unknown[] = [];
  for await (const organizationId of organizationIds(options.ownerUrl)) {
    const inOrganization = forOrganization({ organizationId });
    try {
      const { received, failed } = await retryReceiving(inOrganization, { now: options.now });
      counts.received += received;
      counts.failed += failed;
      counts.reminded += await inOrganization((db) => wantDueReminders(db, { organizationId, now: options.now }), { timeoutMs: 60_000 });
      counts.reminded += await remindReports(inOrganization, { now: options.now });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return counts;
}
