import { z } from 'zod';
import { queryFirst, queryRows } from '~/access/sql/query.server';
import { noSql, type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { TaskFilter, TaskSort } from './task-form';

const pageSize = 50;
const rowSchema = z.object({
  id: z.string(),
  title: z.string(),
  supplier: z.string(),
  publicId: z.string(),
  dueOn: z.string(),
  assigneeId: z.string().nullable(),
  assignee: z.string().nullable(),
  createdById: z.string(),
  createdBy: z.string().nullable(),
  createdOn: z.string(),
  doneOn: z.string().nullable(),
  doneBy: z.string().nullable(),
  /** Days after the due date; 0 in time and once it is done. */
  daysLate: z.number(),
});
export type TaskRow = z.infer<typeof rowSchema>;

/** Sort keys as text with the same order as their values; no assignee comes last. */
const keys: Record<TaskSort, Sql> = {
  due: sql`to_char(t."dueOn", 'YYYY-MM-DD')`,
  supplier: sql`p."nameKey"`,
  assignee: sql`COALESCE(lower(a."name"), chr(1114111))`,
  created: sql`to_char(t."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
};

/** Tasks by due date unless `sort` says otherwise, 50 a page unless `take` does, by keyset on (sort key, id). `today`: the day on which they are overdue. One query. */
export async function listTasks(
  db: TenantDb,
  options: TaskFilter & { userId: string; today: string; cursor?: string | undefined; take?: number },
): Promise<{ rows: TaskRow[]; next: string | null }> {
  const { today, sort = { key: 'due', direction: 'ascending' }, take = pageSize } = options;
  const key = keys[sort.key as TaskSort] ?? keys.due;
  const isUp = sort.direction === 'ascending';
  const direction = isUp ? sql`ASC` : sql`DESC`;
  const cursor = z.uuid().safeParse(options.cursor).data;
  const from = sql`FROM "Task" t JOIN "Party" p ON p."organizationId" = t."organizationId" AND p."id" = t."partyId" LEFT JOIN "User" a ON a."id" = t."assigneeId"`;
  const after = cursor
    ? sql`AND (${key} COLLATE "C", t."id") ${isUp ? sql`>` : sql`<`} (SELECT ${key} COLLATE "C", t."id" ${from} WHERE t."id" = ${cursor}::uuid)`
    : noSql;
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
      SELECT t."id", t."title", p."name" AS "supplier", p."publicId", t."dueOn"::text AS "dueOn", t."assigneeId", a."name" AS "assignee",
        t."createdById", c."name" AS "createdBy", (t."createdAt" AT TIME ZONE 'UTC')::date::text AS "createdOn",
        (t."doneAt" AT TIME ZONE 'UTC')::date::text AS "doneOn", d."name" AS "doneBy",
        CASE WHEN t."doneAt" IS NULL THEN GREATEST(0, ${today}::date - t."dueOn") ELSE 0 END AS "daysLate"
      ${from} LEFT JOIN "User" c ON c."id" = t."createdById" LEFT JOIN "User" d ON d."id" = t."doneById"
      WHERE TRUE ${conditions(options)} ${after}
      ORDER BY ${key} COLLATE "C" ${direction}, t."id" ${direction} LIMIT ${take + 1}::int`,
  );
  const shown = rows.slice(0, take);
  return { rows: shown, next: rows.length > take ? (shown.at(-1)?.id ?? null) : null };
}

/** Tasks of archived suppliers are only on the supplier's own page. */
function conditions({ status, who, when, supplierPublicId, partyId, userId, today }: TaskFilter & { userId: string; today: string }): Sql {
  const isCurrent = sql`EXISTS (SELECT 1 FROM "Supplier" s WHERE s."organizationId" = t."organizationId" AND s."partyId" = t."partyId" AND s."archivedAt" IS NULL)`;
  const person = who === 'mine' ? userId : who;
  return sql`
    ${status === 'open' ? sql`AND t."doneAt" IS NULL` : status === 'done' ? sql`AND t."doneAt" IS NOT NULL` : noSql}
    ${who === 'none' ? sql`AND t."assigneeId" IS NULL` : person ? sql`AND t."assigneeId" = ${person}::uuid` : noSql}
    ${when === 'overdue' ? sql`AND t."doneAt" IS NULL AND t."dueOn" < ${today}::date` : noSql}
    ${when === 'week' ? sql`AND t."doneAt" IS NULL AND t."dueOn" <= ${today}::date + 7` : noSql}
    ${supplierPublicId ? sql`AND p."publicId" = ${supplierPublicId}` : noSql}
    ${partyId ? sql`AND t."partyId" = ${partyId}::uuid` : supplierPublicId ? noSql : sql`AND ${isCurrent}`}`;
}

const countsSchema = z.object({ open: z.number(), overdue: z.number(), mine: z.number(), mineOverdue: z.number() });
export type TaskCounts = z.infer<typeof countsSchema>;

/** Open tasks of current suppliers, and which of them are late and the reader's. One query. */
export async function countTasks(db: TenantDb, { userId, today }: { userId: string; today: string }): Promise<TaskCounts> {
  const isMine = sql`t."assigneeId" = ${userId}::uuid`;
  const isLate = sql`t."dueOn" < ${today}::date`;
  const counts = await queryFirst(
    db,
    countsSchema,
    sql`
      SELECT count(*)::int AS "open", count(*) FILTER (WHERE ${isLate})::int AS "overdue", count(*) FILTER (WHERE ${isMine})::int AS "mine",
        count(*) FILTER (WHERE ${isMine} AND ${isLate})::int AS "mineOverdue"
      FROM "Task" t JOIN "Supplier" s ON s."organizationId" = t."organizationId" AND s."partyId" = t."partyId"
      WHERE t."doneAt" IS NULL AND s."archivedAt" IS NULL`,
  );
  return counts ?? { open: 0, overdue: 0, mine: 0, mineOverdue: 0 };
}
