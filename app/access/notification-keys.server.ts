import { isRole, type Role } from './permissions';
import { rootDb } from './root-db.server';
import { hashToken, makeToken } from './session.server';
import { forOrganization, type InOrganization } from './tenant-db.server';

/** What an address works for, without signing in: to read one's calendar, or to stop letters. It works for nothing else. */
export type NotificationKeyPurpose = 'calendar' | 'unsubscribe';
const unsubscribeMs = 400 * 24 * 3_600_000;

/** The membership behind an address. */
export type KeyHolder = {
  userId: string;
  role: Role;
  locale: string | null;
  organization: { id: string; name: string; slug: string };
  inOrganization: InOrganization;
};
type Of = { organizationId: string; userId: string };

/** A new address; it is returned here and stored only as its hash. A new calendar ends the earlier one, a letter's address ends after 400 days. */
export async function createNotificationKey(of: Of, purpose: NotificationKeyPurpose, now: Date): Promise<string> {
  const token = makeToken();
  const expiresAt = purpose === 'calendar' ? null : new Date(now.getTime() + unsubscribeMs);
  await rootDb().$transaction([
    rootDb().notificationKey.deleteMany({ where: { ...of, purpose, ...(purpose === 'calendar' ? {} : { expiresAt: { lt: now } }) } }),
    rootDb().notificationKey.create({ data: { ...of, purpose, tokenHash: hashToken(token), createdAt: now, expiresAt } }),
  ]);
  return token;
}

/** When the address of a member's calendar was made; null without one. */
export async function calendarKeySince(of: Of): Promise<Date | null> {
  const key = await rootDb().notificationKey.findFirst({ where: { ...of, purpose: 'calendar' }, select: { createdAt: true } });
  return key?.createdAt ?? null;
}

/** Ends the address of a member's calendar; false without one. */
export async function revokeCalendarKey(of: Of): Promise<boolean> {
  return (await rootDb().notificationKey.deleteMany({ where: { ...of, purpose: 'calendar' } })).count > 0;
}

/** Whose address it is; null for one that is unknown, over, or of another purpose. A removed member's are deleted with the membership. */
export async function findKeyHolder(token: string, purpose: NotificationKeyPurpose, now: Date): Promise<KeyHolder | null> {
  const key = await rootDb().notificationKey.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { userId: true, purpose: true, expiresAt: true, organization: { select: { id: true, name: true, slug: true } } },
  });
  if (!key || key.purpose !== purpose || (key.expiresAt !== null && key.expiresAt <= now)) return null;
  const { userId, organization } = key;
  const inOrganization = forOrganization({ organizationId: organization.id, userId });
  const member = await inOrganization((db) =>
    db.membership.findFirst({ where: { userId }, select: { role: true, user: { select: { locale: true } } } }),
  );
  if (!member || !isRole(member.role)) return null;
  return { userId, role: member.role, locale: member.user.locale, organization, inOrganization };
}
