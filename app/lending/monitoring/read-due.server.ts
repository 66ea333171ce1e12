import { z } from 'zod';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isWaived } from '~/lending/covenants/waived-covenant.server';

const rowSchema = z.object({
  kind: z.enum(['covenant', 'report', 'review', 'incident']),
  dealId: z.string(),
  number: z.string(),
  project: z.string(),
  /** The id of the covenant or incident, or the first day of the report's period. */
  id: z.string(),
  /** The day it was due (YYYY-MM-DD, UTC); of an incident that of its deadline. */
  dueOn: z.string(),
  isOverdue: z.boolean(),
  count: z.number().int(),
});

/**
 * Pending tasks of the lender over all open deals, oldest first: covenant tests overdue and not waived, missing reports, reports to review, and unreported
 * incidents with a deadline. `take` of them, and the total. One query, however many deals.
 */
export async function readMonitoringDue(db: TenantDb, { today, now, take = 8 }: { today: string; now: Date; take?: number }) {
  const rows = z.array(rowSchema).parse(
    await db.$queryRaw`
      SELECT d.*, t."number", t."projectName" AS "project", count(*) OVER ()::int AS "count" FROM (
        SELECT 'covenant' AS "kind", c."dealId"::text, c."id"::text, c."nextDueOn"::text AS "dueOn", true AS "isOverdue" FROM "Covenant" c
          WHERE c."nextDueOn" < ${today}::date AND NOT ${isWaived(sql`c`, today)}
        UNION ALL
        SELECT 'report', s."dealId"::text, s."nextPeriodFrom"::text, s."nextDueOn"::text, true FROM "ReportSchedule" s
          WHERE s."nextDueOn" < ${today}::date
        UNION ALL
        SELECT 'review', r."dealId"::text, r."periodFrom"::text, r."dueOn"::text, false FROM "MonitoringReport" r WHERE r."status" = 'sent'
        UNION ALL
        SELECT 'incident', i."dealId"::text, i."id"::text, to_char(i."deadlineAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD'), i."deadlineAt" < ${now}
          FROM "MonitoringIncident" i WHERE i."status" = 'open' AND i."reportedAt" IS NULL AND i."deadlineAt" IS NOT NULL
      ) d JOIN "Deal" t ON t."id" = d."dealId"::uuid
      WHERE t."status" NOT IN ('declined', 'exited')
      ORDER BY d."dueOn", d."kind", d."id" LIMIT ${take}`,
  );
  return { items: rows.map(({ count: _, ...row }) => row), count: rows[0]?.count ?? 0 };
}
export type MonitoringDue = Awaited<ReturnType<typeof readMonitoringDue>>;
