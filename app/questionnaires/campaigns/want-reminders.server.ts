import { z } from 'zod';
import { queryFirst, queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { quietHours } from '~/questionnaires/requests/states';

export type Wanted = { wanted: number; tooSoon: number; runId: string | null };

/**
 * Wants a reminder for the requests of a campaign that wait for an answer and have an address (`chosen`: of those alone), and puts the letters on
 * the queue. Who was written to within 24 hours is passed over and counted. A constant number of queries.
 */
export async function wantReminders(
  db: TenantDb,
  options: { campaignId: string; chosen: readonly string[] | null; organizationId: string; userId: string | null; now: Date },
): Promise<Wanted> {
  const { campaignId, chosen, organizationId, userId, now } = options;
  const quietSince = new Date(now.getTime() - quietHours * 3_600_000);
  const counted = await queryFirst(
    db,
    z.object({ wanted: z.number(), tooSoon: z.number() }),
    sql`
    WITH due AS (
      SELECT r."responseId", GREATEST(r."mailedAt", r."remindedAt") > ${quietSince} AS "isTooSoon" FROM "QuestionnaireRequest" r
      WHERE r."campaignId" = ${campaignId}::uuid AND r."viaResponseId" IS NULL AND r."status" IN ('invited', 'opened', 'started')
        AND r."email" IS NOT NULL AND r."bouncedAt" IS NULL AND (${chosen === null} OR r."responseId" = ANY(${chosen ?? []}::uuid[]))
      FOR UPDATE
    ), marked AS (
      UPDATE "QuestionnaireRequest" r SET "remindWantedAt" = ${now} FROM due
      WHERE r."responseId" = due."responseId" AND due."isTooSoon" IS NOT TRUE AND r."remindWantedAt" IS NULL RETURNING 1
    )
    SELECT (SELECT count(*) FROM marked)::int AS wanted, (SELECT count(*) FROM due WHERE "isTooSoon")::int AS "tooSoon"`,
  );
  const { wanted, tooSoon } = counted ?? { wanted: 0, tooSoon: 0 };
  if (wanted === 0) return { wanted, tooSoon, runId: null };
  const { runId } = await startRun(db, { kind: 'remind-requests', subjectId: campaignId, organizationId, userId, total: wanted });
  return { wanted, tooSoon, runId };
}

/**
 * Scheduled reminders of all running campaigns: one reminder per supplier with a reminder day since the last letter, also when days were missed. Returns how
 * many are due.
 */
export async function wantDueReminders(db: TenantDb, options: { organizationId: string; now: Date }): Promise<number> {
  const { organizationId, now } = options;
  const today = now.toISOString().slice(0, 10);
  const due = await queryRows(
    db,
    z.object({ campaignId: z.string(), ids: z.array(z.string()) }),
    sql`
    SELECT c."id" AS "campaignId", array_agg(r."responseId") AS ids FROM "Campaign" c
    JOIN "QuestionnaireRequest" r ON r."organizationId" = c."organizationId" AND r."campaignId" = c."id"
    WHERE c."status" = 'going' AND r."viaResponseId" IS NULL AND r."status" IN ('invited', 'opened', 'started') AND r."dueOn" IS NOT NULL AND EXISTS (
      SELECT 1 FROM unnest(c."reminderDays") AS d(day)
      WHERE r."dueOn" + d.day <= ${today}::date AND r."dueOn" + d.day > (GREATEST(r."invitedAt", r."mailedAt", r."remindedAt") AT TIME ZONE 'UTC')::date)
    GROUP BY c."id" ORDER BY c."id"`,
  );
  let wanted = 0;
  for (const { campaignId, ids } of due)
    wanted += (await wantReminders(db, { campaignId, chosen: ids, organizationId, userId: null, now })).wanted;
  return wanted;
}
