import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';
import type { BoardPaperInput } from './model';
import { actionStates, mostActions } from './schema';

const filed = { question: z.string().nullable(), compliancePoint: z.string().nullable(), indicator: z.string().nullable() };

const criticalSchema = z.object({ ...filed, openedOn: z.string() });

/** Unresolved critical findings and the day of the oldest. Those about a zero-tolerance question are counted in no report. One query. */
export async function readCriticalFindings(db: TenantDb): Promise<{ count: number; since: string | null }> {
  const rows = await queryRows(
    db,
    criticalSchema,
    sql`SELECT f."question", f."compliancePoint", f."indicator", f."openedAt"::date::text AS "openedOn" FROM "Finding" f
      WHERE f."grade" = 'critical' AND f."status" <> 'verified' AND f."withdrawnAt" IS NULL ORDER BY f."openedAt"`,
  );
  const stated = rows.filter((row) => !isZeroToleranceFinding(row));
  return { count: stated.length, since: stated[0]?.openedOn ?? null };
}

const commitmentSchema = z.object({
  ...filed,
  text: z.string(),
  supplier: z.string(),
  owner: z.string().nullable(),
  dueOn: z.string(),
  state: z.enum(actionStates),
});

/** Corrective actions that are not verified and open tasks of suppliers in the list, the earliest due first, with their number; without actions on zero-tolerance questions. One query. */
export async function readCommitments(db: TenantDb): Promise<BoardPaperInput['actions']> {
  const rows = await queryRows(
    db,
    commitmentSchema,
    sql`SELECT c.*, p."name" AS "supplier", u."name" AS "owner" FROM (
        SELECT a."organizationId", f."partyId", a."ownerMemberId" AS "userId", left(a."action", 200) AS "text", a."dueOn"::date::text AS "dueOn", a."id",
          CASE a."status" WHEN 'pending' THEN 'planned' WHEN 'in-progress' THEN 'under-way' ELSE 'to-be-verified' END AS "state",
          f."question", f."compliancePoint", f."indicator"
        FROM "CorrectiveAction" a JOIN "Finding" f ON f."organizationId" = a."organizationId" AND f."id" = a."findingId" AND f."withdrawnAt" IS NULL
        WHERE a."status" <> 'verified'
        UNION ALL
        SELECT t."organizationId", t."partyId", t."assigneeId", left(t."title", 200), t."dueOn"::date::text, t."id", 'task', NULL, NULL, NULL
        FROM "Task" t WHERE t."doneAt" IS NULL
      ) c JOIN "Supplier" s ON s."organizationId" = c."organizationId" AND s."partyId" = c."partyId" AND s."archivedAt" IS NULL
      JOIN "Party" p ON p."organizationId" = c."organizationId" AND p."id" = c."partyId"
      LEFT JOIN "User" u ON u."id" = c."userId" ORDER BY c."dueOn", c."id"`,
  );
  const stated = rows.filter((row) => !isZeroToleranceFinding(row));
  return {
    total: stated.length,
    shown: stated.slice(0, mostActions).map(({ text, supplier, owner, dueOn, state }) => ({ text, supplier, owner, dueOn, state })),
  };
}
