import { createNotificationKey } from '~/access/notification-keys.server';
import { can, isRole } from '~/access/permissions';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { isLocale } from '~/paraglide/runtime';
import { runInLocale } from '~/platform/http/locale.server';
import { log } from '~/platform/log/log.server';
import { canSendMail, sendLetter, siteAddress } from '~/platform/mail/send.server';
import { listNotifications, type ShownNotification } from './list-notifications.server';
import { notificationEvents } from './notification-events';
import { notificationLetter } from './notification-letter';
import { isDigestDue, isQuiet, localTime, readSettings } from './notification-settings';

/** A letter is about what is new: what waited longer, for lack of a mail server or in a long pause, is not mailed. */
const longestWaitMs = 7 * 86_400_000;

type Person = { organizationId: string; userId: string };
type Ready = {
  email: string;
  locale: string | null;
  organization: { name: string; slug: string };
  notifications: ShownNotification[];
  digestOn: string | null;
};

/**
 * Mails one member what is due now, in one letter: what comes at once, outside quiet hours, and the digest of the day from its hour on. Answers whether a
 * letter was sent. A refused letter is tried again with the next round.
 */
export async function mailNotifications(inOrganization: InOrganization, person: Person, now: Date): Promise<boolean> {
  if (!canSendMail()) return false;
  const ready = await inOrganization((db) => readReady(db, person, now));
  if (!ready) return false;
  const { email, locale, organization, notifications, digestOn } = ready;
  const token = await createNotificationKey(person, 'unsubscribe', now);
  const address = siteAddress();
  const write = () =>
    notificationLetter({
      ...{ organization: organization.name, notifications, base: `${address}/o/${organization.slug}` },
      unsubscribeUrl: `${address}/unsubscribe/${token}`,
    });
  try {
    await sendLetter(email, locale && isLocale(locale) ? runInLocale(locale, write) : write());
  } catch (error) {
    log('mail.failed', { letter: 'notifications', error });
    return false;
  }
  await inOrganization(async (db) => {
    const sent = notifications.map(({ id }) => id);
    await db.notification.updateMany({ where: { id: { in: sent } }, data: { isMailDue: false } });
    if (digestOn !== null) await db.membership.updateMany({ where: { userId: person.userId }, data: { lastDigestOn: new Date(digestOn) } });
  });
  return true;
}

/** What a letter would contain now, or null. What is never to be mailed stops waiting. */
async function readReady(db: TenantDb, { userId }: Person, now: Date): Promise<Ready | null> {
  const member = await db.membership.findFirst({
    where: { userId },
    select: {
      ...{ role: true, notificationSettings: true, lastDigestOn: true },
      user: { select: { email: true, locale: true } },
      organization: { select: { name: true, slug: true } },
    },
  });
  if (!member || !isRole(member.role)) return null;
  const { role, user, organization } = member;
  const settings = readSettings(member.notificationSettings);
  const lastDigestOn = member.lastDigestOn?.toISOString().slice(0, 10) ?? null;
  const reader = { userId, can: (permission: Parameters<typeof can>[1]) => can(role, permission) };
  const deliveryOf = ({ event }: ShownNotification) => settings.deliveries[notificationEvents[event].kind];
  const { notifications: waiting } = await listNotifications(db, { ...reader, isMailDue: true });
  const isWanted = (notification: ShownNotification) =>
    !settings.isMailOff &&
    (deliveryOf(notification) === 'at-once' || deliveryOf(notification) === 'digest') &&
    now.getTime() - notification.createdAt.getTime() <= longestWaitMs;
  const wanted = waiting.filter(isWanted);
  const unwanted = waiting.filter((notification) => !isWanted(notification)).map(({ id }) => id);
  if (unwanted.length > 0) await db.notification.updateMany({ where: { id: { in: unwanted } }, data: { isMailDue: false } });
  if (isQuiet(settings, now)) return null;
  const isDigest = isDigestDue(settings, lastDigestOn, now) && wanted.some((each) => deliveryOf(each) === 'digest');
  const notifications = wanted.filter((each) => deliveryOf(each) === 'at-once' || isDigest);
  if (notifications.length === 0) return null;
  const digestOn = isDigest ? localTime(now, settings.timeZone).day : null;
  return { email: user.email, locale: user.locale, organization, notifications, digestOn };
}
