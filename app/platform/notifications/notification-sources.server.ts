import { joinBy, sql, type Sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { NotificationEvent } from './notification-events';

/** Days as ISO; `since`: what happened before it is not notified of any more. */
export type Round = { now: Date; today: string; soon: string; since: Date };
/**
 * A SELECT of "recordId" (uuid), "partyId" (uuid or null), "userId" (uuid or null), "causedById" (uuid or null), "occurrence" (text), and, of an event that
 * names several records at once, their number as "count".
 */
type Source = (round: Round) => Sql;

const sources = new Map<NotificationEvent, Source>();

/** Registers how a district finds whom to notify of an event that a date, a guest or a job causes. Throws where the event has a source already. */
export function findNotices(added: Partial<Record<NotificationEvent, Source>>): void {
  for (const [event, source] of Object.entries(added) as [NotificationEvent, Source][]) {
    if (sources.has(event)) throw new Error(`the event ${event} has two sources`);
    sources.set(event, source);
  }
}

const dayMs = 86_400_000;

/**
 * Notifies the members of an organization of what dates, guests and jobs caused within the last two days, and of deadlines within three. A round finds the
 * same again and adds nothing; one that was missed is made up for. Guests need no right to the table for it. One statement. Answers how many were added.
 */
export async function raiseNotifications(db: TenantDb, { now }: { now: Date }): Promise<number> {
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
  const round = { now, today: iso(now.getTime()), soon: iso(now.getTime() + 3 * dayMs), since: new Date(now.getTime() - 2 * dayMs) };
  const parts = [...sources].map(
    ([event, source]) => sql`
      SELECT ${event}::text AS "event", s."recordId", s."partyId", s."userId", s."causedById", s."occurrence",
        COALESCE((to_jsonb(s) ->> 'count')::int, 1) AS "count"
      FROM (${source(round)}) s`,
  );
  return db.$executeRaw(sql`
    INSERT INTO "Notification" ("userId", "event", "recordId", "partyId", "occurrence", "count", "createdAt")
    SELECT m."userId", found."event", found."recordId", found."partyId", found."occurrence", found."count", ${now}
    FROM (${joinBy(parts, ' UNION ALL ')}) found JOIN "Membership" m ON m."userId" = found."userId"
    WHERE found."userId" IS DISTINCT FROM found."causedById"
    ORDER BY m."userId", found."event", found."recordId", found."occurrence"
    ON CONFLICT DO NOTHING`);
}
