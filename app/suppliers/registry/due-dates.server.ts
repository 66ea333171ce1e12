import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';

/** Dates at which something of a supplier is due: an open response that the supplier did not refuse, a finding that is not verified, a corrective action that is not completed, an open task. */
export const dueDates = sql`(
  SELECT a."organizationId", a."partyId", a."dueOn" FROM "QuestionnaireResponse" a WHERE a."status" = 'open' AND a."dueOn" IS NOT NULL
    AND NOT EXISTS (SELECT FROM "QuestionnaireRequest" r
      WHERE r."organizationId" = a."organizationId" AND r."responseId" = a."id" AND r."status" IN ('refused', 'withdrawn'))
  UNION ALL
  SELECT f."organizationId", f."partyId", f."dueOn" FROM "Finding" f WHERE f."status" <> 'verified' AND f."withdrawnAt" IS NULL AND f."dueOn" IS NOT NULL
  UNION ALL
  SELECT f."organizationId", f."partyId", c."dueOn" FROM "CorrectiveAction" c
    JOIN "Finding" f ON f."organizationId" = c."organizationId" AND f."id" = c."findingId"
    WHERE c."status" IN ('pending', 'in-progress') AND f."withdrawnAt" IS NULL
  UNION ALL
  SELECT k."organizationId", k."partyId", k."dueOn" FROM "Task" k WHERE k."doneAt" IS NULL
)`;

/** How many of these dates are past on a day (ISO), of the suppliers in the list: whoever's task it is. One query. */
export async function countOverdue(db: TenantDb, today: string): Promise<number> {
  const found = await queryFirst(
    db,
    z.object({ overdue: z.number().int() }),
    sql`
    SELECT count(*)::int AS "overdue" FROM ${dueDates} d
    JOIN "Supplier" s ON s."organizationId" = d."organizationId" AND s."partyId" = d."partyId" AND s."archivedAt" IS NULL
    WHERE d."dueOn" < ${today}::date`,
  );
  return found?.overdue ?? 0;
}
