import { findingGradeSchema } from '#scoring';
import { z } from 'zod';
import { noSql, type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type ActionAge, actionAges } from '../ageing/ages';
import { actionKinds, actionStatuses, daysBetween, daysOverdue, timescales, verifications } from './action-lists';

export type ActionFilter = {
  status?: string | undefined;
  kind?: string | undefined;
  /** overdue, or week: unfinished and due within seven days, or late. */
  when?: string | undefined;
  /** Unfinished, and so long before or after its due day. */
  age?: ActionAge | undefined;
  supplierPublicId?: string | undefined;
  owner?: string | undefined;
  findingId?: string | undefined;
  partyId?: string | undefined;
  sort?: { key: string; direction: 'ascending' | 'descending' } | undefined;
};

const pageSize = 50;
const rowSchema = z.object({
  id: z.string(),
  findingId: z.string(),
  finding: z.string(),
  grade: findingGradeSchema,
  supplier: z.string(),
  publicId: z.string(),
  kind: z.enum(actionKinds),
  action: z.string(),
  rootCause: z.string(),
  owner: z.string(),
  member: z.string().nullable(),
  timescale: z.enum(timescales),
  dueOn: z.string(),
  verification: z.enum(verifications),
  agreedBy: z.string(),
  agreedOn: z.string().nullable(),
  amountMinor: z.string().nullable(),
  currency: z.string().nullable(),
  people: z.number().nullable(),
  status: z.enum(actionStatuses),
  createdOn: z.string(),
  completedOn: z.string().nullable(),
  verifiedOn: z.string().nullable(),
  asksForTime: z.boolean(),
});

/** Sort keys as text with the same order as their values. */
const keys: Record<string, Sql> = {
  due: sql`to_char(a."dueOn", 'YYYY-MM-DD')`,
  opened: sql`to_char(a."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
  supplier: sql`p."nameKey"`,
  owner: sql`lower(a."owner")`,
};

/**
 * Actions by due date unless `sort` says otherwise, 50 a page unless `take` does, by keyset on (sort key, id). `today`: the day on which they are overdue.
 * Those of a withdrawn finding are only on its page. One query, however many.
 */
export async function listActions(
  db: TenantDb,
  options: ActionFilter & { today: string; cursor?: string | undefined; take?: number | undefined },
) {
  const { today, sort = { key: 'due', direction: 'ascending' }, take = pageSize } = options;
  const key = keys[sort.key] ?? sql`to_char(a."dueOn", 'YYYY-MM-DD')`;
  const isUp = sort.direction === 'ascending';
  const direction = isUp ? sql`ASC` : sql`DESC`;
  const cursor = z.uuid().safeParse(options.cursor).data;
  const from = sql`FROM "CorrectiveAction" a
    JOIN "Finding" f ON f."organizationId" = a."organizationId" AND f."id" = a."findingId"
    JOIN "Party" p ON p."organizationId" = f."organizationId" AND p."id" = f."partyId"`;
  const than = isUp ? sql`>` : sql`<`;
  const after = cursor
    ? sql`AND (${key} COLLATE "C", a."id") ${than} (SELECT ${key} COLLATE "C", a."id" ${from} WHERE a."id" = ${cursor}::uuid)`
    : noSql;
  const rows = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT a."id", a."findingId", f."text" AS finding, f."grade", p."name" AS supplier, p."publicId", a."kind", a."action", a."rootCause", a."owner",
        u."name" AS member, a."timescale", a."dueOn"::text AS "dueOn", a."verification", a."agreedBy", a."agreedOn"::text AS "agreedOn",
        a."amountMinor"::text AS "amountMinor", a."currency", a."people", a."status", (a."createdAt" AT TIME ZONE 'UTC')::date::text AS "createdOn",
        (a."completedAt" AT TIME ZONE 'UTC')::date::text AS "completedOn", (a."verifiedAt" AT TIME ZONE 'UTC')::date::text AS "verifiedOn",
        EXISTS (SELECT 1 FROM "Approval" e WHERE e."organizationId" = a."organizationId" AND e."actionId" = a."id"
          AND e."kind" = 'due-date-extension' AND e."state" = 'open') AS "asksForTime"
      ${from} LEFT JOIN "User" u ON u."id" = a."ownerMemberId"
      WHERE TRUE ${conditions(options, today)} ${after}
      ORDER BY ${key} COLLATE "C" ${direction}, a."id" ${direction} LIMIT ${take + 1}`,
  );
  const shown = rows.slice(0, take).map((row) => ({
    ...row,
    amountMinor: row.amountMinor === null ? null : Number(row.amountMinor),
    daysLate: daysOverdue(row, today),
    ageDays: daysBetween(row.createdOn, row.verifiedOn ?? today),
  }));
  return { rows: shown, next: rows.length > take ? (shown.at(-1)?.id ?? null) : null };
}
export type ActionRow = Awaited<ReturnType<typeof listActions>>['rows'][number];

function conditions({ status, kind, when, age, supplierPublicId, owner, findingId, partyId }: ActionFilter, today: string): Sql {
  const unfinished = sql`AND a."status" IN ('pending', 'in-progress')`;
  return sql`
    ${status === 'unfinished' ? sql`AND a."status" <> 'verified'` : status ? sql`AND a."status" = ${status}` : noSql}
    ${kind ? sql`AND a."kind" = ${kind}` : noSql}
    ${when === 'overdue' ? sql`${unfinished} AND a."dueOn" < ${today}::date` : noSql}
    ${when === 'week' ? sql`${unfinished} AND a."dueOn" <= ${today}::date + 7` : noSql}
    ${age ? sql`${unfinished} ${dueWithin(age, today)}` : noSql}
    ${supplierPublicId ? sql`AND p."publicId" = ${supplierPublicId}` : noSql}
    ${owner ? sql`AND lower(a."owner") = lower(${owner})` : noSql}
    ${findingId ? sql`AND a."findingId" = ${findingId}::uuid` : sql`AND f."withdrawnAt" IS NULL`}
    ${partyId ? sql`AND f."partyId" = ${partyId}::uuid` : noSql}`;
}

/** Actions so many days before or after their due day. */
function dueWithin(age: ActionAge, today: string): Sql {
  const { from, to } = actionAges[age];
  const days = sql`${today}::date - a."dueOn"`;
  return sql`${from === null ? noSql : sql`AND ${days} >= ${from}::int`} ${to === null ? noSql : sql`AND ${days} <= ${to}::int`}`;
}

/** The number of actions by status, overdue ones and requests for more time. One query. */
export async function countActions(db: TenantDb, options: { today: string; partyId?: string }) {
  const [row] = z
    .tuple([
      z.object({
        pending: z.number(),
        inProgress: z.number(),
        completed: z.number(),
        verified: z.number(),
        overdue: z.number(),
        week: z.number(),
      }),
    ])
    .parse(
      await db.$queryRaw`
        SELECT count(*) FILTER (WHERE a."status" = 'pending')::int AS pending, count(*) FILTER (WHERE a."status" = 'in-progress')::int AS "inProgress",
          count(*) FILTER (WHERE a."status" = 'completed')::int AS completed, count(*) FILTER (WHERE a."status" = 'verified')::int AS verified,
          count(*) FILTER (WHERE a."status" IN ('pending', 'in-progress') AND a."dueOn" < ${options.today}::date)::int AS overdue,
          count(*) FILTER (WHERE a."status" IN ('pending', 'in-progress') AND a."dueOn" <= ${options.today}::date + 7)::int AS week
        FROM "CorrectiveAction" a JOIN "Finding" f ON f."organizationId" = a."organizationId" AND f."id" = a."findingId"
        WHERE f."withdrawnAt" IS NULL AND (${options.partyId ?? null}::uuid IS NULL OR f."partyId" = ${options.partyId ?? null}::uuid)`,
    );
  return row;
}

/** The functions that own actions, to filter by; the hundred that own most. */
export async function listOwners(db: TenantDb): Promise<string[]> {
  const rows = await db.correctiveAction.groupBy({
    by: ['owner'],
    where: { finding: { withdrawnAt: null } },
    _count: true,
    orderBy: { _count: { owner: 'desc' } },
    take: 100,
  });
  return rows.map(({ owner }) => owner).sort((a, b) => a.localeCompare(b));
}
