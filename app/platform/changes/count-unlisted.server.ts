import type { TenantDb } from '~/access/tenant-db.server';
import { eventsFor, type NotificationEvent } from '~/platform/notifications/notification-events';
import { shownKinds } from '~/platform/notifications/notification-settings';
import { settingsOf } from '~/platform/notifications/settings.server';
import type { Member } from '~/access/require-member.server';
import { eventChanges } from './event-changes';

/** Whether a kind of change that is listed says what the event does. */
const isListed = (event: NotificationEvent, listed: readonly string[]): boolean => {
  const change = eventChanges[event];
  return 'kinds' in change && change.kinds.some((kind) => listed.includes(kind));
};

/** How many notifications the reader got since a day, read or not, that no listed kind of change is about. Two queries. */
export async function countUnlisted(
  db: TenantDb,
  reader: { userId: string; can: Member['can']; since: string },
  listed: readonly { kind: string }[],
): Promise<number> {
  const { userId, can, since } = reader;
  const kinds = listed.map(({ kind }) => kind);
  const events = eventsFor(shownKinds(await settingsOf(db, userId)), can).filter((event) => !isListed(event, kinds));
  return db.notification.count({ where: { userId, event: { in: events }, createdAt: { gte: new Date(since) } } });
}
