import type { TenantDb } from '~/access/tenant-db.server';
import { sql } from '~/access/sql.server';
import type { NotificationEvent } from './notification-events';

/** `causedById`: who caused it, and is not notified. `occurrence` tells two occurrences of the event on one record apart. */
export type Notice = {
  event: NotificationEvent;
  recordId: string;
  partyId: string | null;
  recipients: readonly (string | null | undefined)[];
  causedById: string | null;
  now: Date;
  count?: number;
  occurrence?: string;
};

/**
 * Notifies members in the caller's transaction: each once for an occurrence, whoever is no member not at all. How it is delivered is decided for each by
 * their own settings, when it is read or mailed.
 */
export async function notify(db: TenantDb, notice: Notice): Promise<void> {
  const { event, recordId, partyId, causedById, now, count = 1, occurrence = '' } = notice;
  const recipients = [...new Set(notice.recipients.flatMap((userId) => (userId && userId !== causedById ? [userId] : [])))];
  if (recipients.length === 0) return;
  await db.$executeRaw(sql`
    INSERT INTO "Notification" ("userId", "event", "recordId", "partyId", "count", "occurrence", "createdAt")
    SELECT m."userId", ${event}, ${recordId}::uuid, ${partyId}::uuid, ${count}::int, ${occurrence}, ${now}
    FROM "Membership" m WHERE m."userId" = ANY(${recipients}::uuid[]) ORDER BY m."userId"
    ON CONFLICT DO NOTHING`);
}
