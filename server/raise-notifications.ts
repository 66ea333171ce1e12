import { forOrganization } from '~/access/tenant-db.server';
import { raiseNotifications } from '~/platform/notifications/notification-sources.server';
import { organizationIds } from './organization-ids';

/** When the queue looks for what dates, guests and jobs caused: every quarter of an hour. */
export const raiseNotificationsCrontab = '3,18,33,48 * * * * raise-notifications ?jobKey=raise-notifications&jobKeyMode=replace';

/** Notifies the members of every organization. One that fails does not stop the others; the first failure is thrown at the end. */
export async function raiseAllNotifications(options: { ownerUrl: string; now: Date }): Promise<{ raised: number }> {
  let raised = 0;
  const failures: unknown[] = [];
  for await (const organizationId of organizationIds(options.ownerUrl)) {
    try {
      raised += await forOrganization({ organizationId })((db) => raiseNotifications(db, { now: options.now }), { timeoutMs: 60_000 });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { raised };
}
