import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { noticeStates } from './incident-notice';
import { noticeOf } from './incident-notice.server';
import { incidentKinds } from './monitoring-lists';

const attentionSchema = z.object({
  reports: z.object({
    late: z.number(),
    coming: z.number(),
    /** The one that is late longest. */
    first: z.object({ project: z.string(), from: z.string(), to: z.string(), dueOn: z.string() }).nullable(),
  }),
  incidents: z.object({
    open: z.number(),
    first: z.object({ project: z.string(), kind: z.enum(incidentKinds), happenedOn: z.string(), notice: z.enum(noticeStates) }).nullable(),
  }),
});
/** Late client reports and open incidents of all open deals. */
export type MonitoringAttention = z.infer<typeof attentionSchema>;

/**
 * How many client reports are late and how many come due until a day, and how many incidents are open; the first of each by name: the report that is late
 * longest, the incident of which the client has not notified the lender, else the newest. One query.
 */
export async function readAttention(
  db: TenantDb,
  { today, until, now }: { today: string; until: string; now: Date },
): Promise<MonitoringAttention> {
  const row = await queryFirst(
    db,
    attentionSchema,
    sql`
    WITH live AS (SELECT d."id", d."projectName" AS project FROM "Deal" d WHERE d."status" NOT IN ('declined', 'exited')),
    owed AS (
      SELECT l.project, s."nextPeriodFrom"::text AS "from", (s."nextDueOn" - s."dueDays")::text AS "to", s."nextDueOn" AS due
      FROM "ReportSchedule" s JOIN live l ON l."id" = s."dealId" WHERE s."nextDueOn" <= ${until}::date
    ), open AS (
      SELECT l.project, i."kind", to_char(i."happenedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "happenedOn", ${noticeOf(sql`i`, now)} AS notice, i."happenedAt"
      FROM "MonitoringIncident" i JOIN live l ON l."id" = i."dealId" WHERE i."status" = 'open'
    )
    SELECT jsonb_build_object(
        'late', (SELECT count(*) FROM owed WHERE due < ${today}::date), 'coming', (SELECT count(*) FROM owed WHERE due >= ${today}::date),
        'first', (SELECT jsonb_build_object('project', o.project, 'from', o."from", 'to', o."to", 'dueOn', o.due::text)
          FROM owed o WHERE o.due < ${today}::date ORDER BY o.due, o.project LIMIT 1)) AS reports,
      jsonb_build_object(
        'open', (SELECT count(*) FROM open),
        'first', (SELECT jsonb_build_object('project', o.project, 'kind', o."kind", 'happenedOn', o."happenedOn", 'notice', o.notice)
          FROM open o ORDER BY o.notice IN ('over', 'running') DESC, o."happenedAt" DESC LIMIT 1)) AS incidents`,
  );
  return row ?? { reports: { late: 0, coming: 0, first: null }, incidents: { open: 0, first: null } };
}
