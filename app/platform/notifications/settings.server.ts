import type { TenantDb } from '~/access/tenant-db.server';
import { chosenZone, type NotificationSettings, readSettings } from './notification-settings';

/** How a member wants to be notified. */
export async function settingsOf(db: TenantDb, userId: string): Promise<NotificationSettings> {
  const member = await db.membership.findFirst({ where: { userId }, select: { notificationSettings: true } });
  return readSettings(member?.notificationSettings);
}

/** The time zone that a member reads in; null where none was chosen. */
export async function zoneOf(db: TenantDb, userId: string): Promise<string | null> {
  const member = await db.membership.findFirst({ where: { userId }, select: { notificationSettings: true } });
  return chosenZone(member?.notificationSettings);
}

/** Stores how a member wants to be notified. */
export async function saveSettings(db: TenantDb, options: { userId: string; settings: NotificationSettings }): Promise<void> {
  await db.membership.updateMany({ where: { userId: options.userId }, data: { notificationSettings: options.settings } });
}
