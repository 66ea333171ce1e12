import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';
import { dueDates } from '~/suppliers/registry/due-dates.server';
import type { Overdue } from './schema';

const kinds = { questionnaire: 'questionnaires', finding: 'findings', action: 'actions', task: 'tasks' } as const;

const rowSchema = z.object({
  kind: z.enum(['questionnaire', 'finding', 'action', 'task']),
  question: z.string().nullable(),
  compliancePoint: z.string().nullable(),
  indicator: z.string().nullable(),
  dates: z.number(),
});

/** How many due dates of suppliers in the list are past on a day, by kind; without findings on zero-tolerance questions and their actions. One query. */
export async function readOverdue(db: TenantDb, today: string): Promise<Overdue> {
  const rows = await queryRows(
    db,
    rowSchema,
    sql`SELECT d."kind", d."question", d."compliancePoint", d."indicator", count(*)::int AS "dates" FROM ${dueDates} d
      JOIN "Supplier" s ON s."organizationId" = d."organizationId" AND s."partyId" = d."partyId" AND s."archivedAt" IS NULL
      WHERE d."dueOn" < ${today}::date GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  );
  const overdue: Overdue = { questionnaires: 0, findings: 0, actions: 0, tasks: 0 };
  for (const row of rows) if (!isZeroToleranceFinding(row)) overdue[kinds[row.kind]] += row.dates;
  return overdue;
}
