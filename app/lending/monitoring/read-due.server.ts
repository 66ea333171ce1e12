import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { covenantKinds } from '~/lending/covenants/covenant-lists';
import { isWaived } from '~/lending/covenants/waived-covenant.server';
import { noticeStates } from './incident-notice';
import { noticeOf } from './incident-notice.server';
import { type DueTaskKind, dueTaskKinds, incidentKinds } from './monitoring-lists';

const rowSchema = z.object({
  kind: z.enum(dueTaskKinds),
  dealId: z.string(),
  number: z.string(),
  project: z.string(),
  /** The id of the covenant or incident, or the first day of the report's period. */
  id: z.string(),
  /** Unique within its kind: several breaches may be of one covenant. */
  key: z.string(),
  /** The day it was due (YYYY-MM-DD, UTC): of an incident that of its notification, of a breach that of its remedial plan. Null where there is none. */
  dueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  /** Of a report the last day of its period. */
  to: z.string().nullable(),
  covenant: z.object({ number: z.number(), kind: z.enum(covenantKinds), text: z.string() }).nullable(),
  incident: z.object({ kind: z.enum(incidentKinds), happenedOn: z.string(), notice: z.enum(noticeStates) }).nullable(),
  count: z.number().int(),
});

/**
 * Pending tasks of the lender over all open deals, oldest first, those without a due date last: covenant tests overdue and not waived, breaches not remedied,
 * missing reports, reports to review, and open incidents. `take` of them, and the total; `kind`: only those. One query, however many deals.
 */
export async function readMonitoringDue(
  db: TenantDb,
  { today, now, take = 8, kind = null }: { today: string; now: Date; take?: number; kind?: DueTaskKind | null },
) {
  const covenant = (text: ReturnType<typeof sql>) => sql`jsonb_build_object('number', c."number", 'kind', c."kind", 'text', ${text})`;
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
      SELECT d.*, t."number", t."projectName" AS "project", (count(*) OVER ())::int AS "count" FROM (
        SELECT 'covenant' AS "kind", c."dealId"::text, c."id"::text, c."id"::text AS "key", c."nextDueOn"::text AS "dueOn", true AS "isOverdue",
          NULL::text AS "to", ${covenant(sql`c."text"`)} AS "covenant", NULL::jsonb AS "incident" FROM "Covenant" c
          WHERE c."nextDueOn" < ${today}::date AND NOT ${isWaived(sql`c`, today)}
        UNION ALL
        SELECT 'breach', c."dealId"::text, c."id"::text, b."id"::text, b."planDueOn"::text, COALESCE(b."planDueOn" < ${today}::date, false), NULL,
          ${covenant(sql`b."text"`)}, NULL FROM "CovenantBreach" b
          JOIN "Covenant" c ON c."organizationId" = b."organizationId" AND c."id" = b."covenantId" AND c."endedOn" IS NULL WHERE b."status" <> 'remedied'
        UNION ALL
        SELECT 'report', s."dealId"::text, s."nextPeriodFrom"::text, s."id"::text, s."nextDueOn"::text, true, (s."nextDueOn" - s."dueDays")::text, NULL, NULL
          FROM "ReportSchedule" s WHERE s."nextDueOn" < ${today}::date
        UNION ALL
        SELECT 'review', r."dealId"::text, r."periodFrom"::text, r."id"::text, r."dueOn"::text, false, r."periodTo"::text, NULL, NULL
          FROM "MonitoringReport" r WHERE r."status" = 'sent'
        UNION ALL
        SELECT 'incident', i."dealId"::text, i."id"::text, i."id"::text,
          CASE WHEN i."reportedAt" IS NULL THEN to_char(i."deadlineAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') END,
          i."reportedAt" IS NULL AND COALESCE(i."deadlineAt" < ${now}, false), NULL, NULL,
          jsonb_build_object('kind', i."kind", 'happenedOn', to_char(i."happenedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 'notice', ${noticeOf(sql`i`, now)})
          FROM "MonitoringIncident" i WHERE i."status" = 'open'
      ) d JOIN "Deal" t ON t."id" = d."dealId"::uuid
      WHERE t."status" NOT IN ('declined', 'exited') AND (${kind}::text IS NULL OR d."kind" = ${kind}::text)
      ORDER BY d."dueOn" NULLS LAST, d."kind", d."key" LIMIT ${take}::int`,
  );
  return { items: rows.map(({ count: _, ...row }) => row), count: rows[0]?.count ?? 0 };
}
export type MonitoringDue = Awaited<ReturnType<typeof readMonitoringDue>>;
