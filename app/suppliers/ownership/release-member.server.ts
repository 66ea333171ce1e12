import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';

/** What a member left without a person: suppliers without an owner, open tasks without an assignee. */
export type Released = { suppliers: number; tasks: number };

/** A member who leaves owns no supplier, has no open task and follows none any more. Each supplier records what it lost. One statement. */
export async function releaseMember(db: TenantDb, options: { memberId: string; userId: string }): Promise<Released> {
  const { memberId, userId } = options;
  const released = await queryFirst(
    db,
    z.object({ suppliers: z.number(), tasks: z.number() }),
    sql`
      WITH person AS (
        SELECT u."name" FROM "User" u WHERE u."id" = ${memberId}::uuid
      ), freed AS (
        UPDATE "Supplier" SET "ownerId" = NULL WHERE "ownerId" = ${memberId}::uuid RETURNING "partyId"
      ), unassigned AS (
        UPDATE "Task" SET "assigneeId" = NULL WHERE "assigneeId" = ${memberId}::uuid AND "doneAt" IS NULL RETURNING "partyId", "title"
      ), unfollowed AS (
        DELETE FROM "SupplierFollower" WHERE "userId" = ${memberId}::uuid
      ), recorded AS (
        INSERT INTO "Activity" ("recordKind", "recordId", "act", "changes", "userId")
        SELECT 'supplier', f."partyId"::text, 'lose-owner', jsonb_build_array(jsonb_build_object('field', 'owner', 'before', p."name", 'after', NULL)), ${userId}::uuid
        FROM freed f, person p
        UNION ALL
        SELECT 'supplier', t."partyId"::text, 'lose-assignee', jsonb_build_array(
          jsonb_build_object('field', 'assignee', 'before', p."name", 'after', NULL),
          jsonb_build_object('field', 'task', 'before', NULL, 'after', t."title")), ${userId}::uuid
        FROM unassigned t, person p
      )
      SELECT (SELECT count(*)::int FROM freed) AS "suppliers", (SELECT count(*)::int FROM unassigned) AS "tasks"`,
  );
  return released ?? { suppliers: 0, tasks: 0 };
}
