import { z } from 'zod';
import type { Permission } from '~/access/permissions';
import { type Question, queryRows } from '~/access/sql/query.server';
import { noSql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { nameRecords } from './name-records.server';
import { allEvents, eventsFor, type NotificationKind } from './notification-events';
import { readSettings, shownKinds } from './notification-settings';
import { settingsOf } from './settings.server';

const pageSize = 50;
const rowSchema = z.object({
  id: z.string(),
  event: z.enum(allEvents),
  recordId: z.string(),
  supplier: z.string().nullable(),
  count: z.number(),
  createdAt: z.date(),
  isRead: z.boolean(),
});
/** A notification with what it names today. `path` is relative to the organization's address; null where the record was removed. */
export type ShownNotification = Omit<z.infer<typeof rowSchema>, 'recordId'> & { label: string | null; path: string | null };
export type Reader = { userId: string; can: (permission: Permission) => boolean };

/** The order of the list as one text: unread first, then the newest. */
const key = sql`(CASE WHEN n."readAt" IS NULL THEN '1' ELSE '0' END) || to_char(n."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') || n."id"::text`;

/** A page of the reader's notifications, unread first, then by time. The policy of the table admits the reader's own only. */
export async function listNotifications(
  db: TenantDb,
  options: Reader & { kind?: NotificationKind | undefined; isUnreadOnly?: boolean; isMailDue?: boolean; cursor?: string | undefined },
): Promise<{ notifications: ShownNotification[]; next: string | null }> {
  const { userId, can, kind, isUnreadOnly, isMailDue, cursor } = options;
  const kinds = shownKinds(await settingsOf(db, userId));
  const events = eventsFor(kind ? kinds.filter((shown) => shown === kind) : kinds, can);
  const rows = await queryRows(
    db,
    rowSchema.extend({ key: z.string() }),
    sql`
      SELECT n."id", n."event", n."recordId", p."name" AS "supplier", n."count", n."createdAt", n."readAt" IS NOT NULL AS "isRead", ${key} AS "key"
      FROM "Notification" n LEFT JOIN "Party" p ON p."organizationId" = n."organizationId" AND p."id" = n."partyId"
      WHERE n."userId" = ${userId}::uuid AND n."event" = ANY(${events}::text[])
        ${isUnreadOnly ? sql`AND n."readAt" IS NULL` : noSql} ${isMailDue ? sql`AND n."isMailDue"` : noSql}
        ${cursor ? sql`AND ${key} COLLATE "C" < ${cursor}` : noSql}
      ORDER BY ${key} COLLATE "C" DESC LIMIT ${pageSize + 1}::int`,
  );
  const shown = rows.slice(0, pageSize);
  const recordOf = await nameRecords(db, shown);
  return {
    notifications: shown.map(({ key: _, recordId, ...row }) => {
      const record = recordOf({ event: row.event, recordId });
      const path = row.count > 1 ? (record?.pathOfSeveral ?? record?.path) : record?.path;
      return { ...row, label: record?.label ?? null, path: path ?? null };
    }),
    next: rows.length > pageSize ? (shown.at(-1)?.key ?? null) : null,
  };
}

const unreadSchema = z.object({ settings: z.unknown(), counts: z.record(z.string(), z.number()) });

/** What `unreadFrom` reads: every page asks it. */
export const unreadQuestion = (userId: string) =>
  ({
    schema: unreadSchema,
    statement: sql`
      SELECT m."notificationSettings" AS "settings", COALESCE((
        SELECT jsonb_object_agg(unread."event", unread."count") FROM (
          SELECT "event", count(*)::int AS "count" FROM "Notification" WHERE "userId" = ${userId}::uuid AND "readAt" IS NULL GROUP BY "event"
        ) AS unread
      ), '{}') AS "counts"
      FROM "Membership" m WHERE m."userId" = ${userId}::uuid`,
  }) satisfies Question;

/** How many unread notifications the bell shows. */
export function unreadFrom([read]: readonly z.infer<typeof unreadSchema>[], can: Reader['can']): number {
  if (!read) return 0;
  return eventsFor(shownKinds(readSettings(read.settings)), can).reduce((sum, event) => sum + (read.counts[event] ?? 0), 0);
}

/** Marks one of the reader's notifications as read, or all of them without an id; false where there is none of this id. What was read is not mailed any more. */
export async function markRead(db: TenantDb, options: { userId: string; id: string | null; now: Date }): Promise<boolean> {
  const { userId, id, now } = options;
  const own = { userId, ...(id === null ? {} : { id }) };
  if (id !== null && (await db.notification.count({ where: own })) === 0) return false;
  await db.notification.updateMany({ where: { ...own, readAt: null }, data: { readAt: now, isMailDue: false } });
  return true;
}
