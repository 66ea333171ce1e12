import pg from 'pg';
import { forOrganization } from '~/access/tenant-db.server';
import { canSendMail } from '~/platform/mail/send.server';
import { mailNotifications } from '~/platform/notifications/mail-notifications.server';

/** When the queue looks for notifications to mail: every five minutes. */
export const mailNotificationsCrontab = '*/5 * * * * mail-notifications ?jobKey=mail-notifications&jobKeyMode=replace';

/** Mails each member of each organization what is due, as that member: the queue reads only what the member may. A failure does not stop the others. */
export async function mailAllNotifications(options: { ownerUrl: string; now: Date }): Promise<{ mailed: number }> {
  if (!canSendMail()) return { mailed: 0 };
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  const people = await client
    .query<{ organizationId: string; userId: string }>('SELECT "organizationId", "userId" FROM people_to_mail()')
    .then(({ rows }) => rows)
    .finally(() => client.end());
  let mailed = 0;
  const failures: unknown[] = [];
  for (const person of people) {
    try {
      if (await mailNotifications(forOrganization(person), person, options.now)) mailed += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { mailed };
}
