import { findingGradeSchema } from '#scoring';
import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type ActionAge, actionAges, ageOf, type FindingAge, findingAges } from './ages';
import type { AgeCount } from './draw-ages';

const rowSchema = z.object({ days: z.number(), grade: findingGradeSchema, count: z.number() });

const perDay = (db: TenantDb, from: Sql) =>
  queryRows(db, rowSchema, sql`SELECT x."days", x."grade", count(*)::int AS "count" FROM (${from}) x GROUP BY 1, 2`);

/** Rows of days folded to ages. */
function fold<Key extends string>(rows: readonly z.infer<typeof rowSchema>[], keyOf: (days: number) => Key): AgeCount<Key>[] {
  const found = new Map<string, AgeCount<Key>>();
  for (const { days, grade, count } of rows) {
    const key = keyOf(days);
    const known = found.get(`${key} ${grade}`);
    found.set(`${key} ${grade}`, { key, grade, count: (known?.count ?? 0) + count });
  }
  return [...found.values()];
}

/** Unfinished actions by the days since or until their due day and by the grade of their finding; without those of withdrawn findings. One query. */
export async function readActionAges(db: TenantDb, { today }: { today: string }): Promise<AgeCount<ActionAge>[]> {
  const rows = await perDay(
    db,
    sql`SELECT ${today}::date - a."dueOn" AS "days", f."grade" FROM "CorrectiveAction" a
      JOIN "Finding" f ON f."organizationId" = a."organizationId" AND f."id" = a."findingId"
      WHERE a."status" IN ('pending', 'in-progress') AND f."withdrawnAt" IS NULL`,
  );
  return fold(rows, (days) => ageOf(actionAges, days));
}

/** Unresolved findings by the days that they are open and by grade. One query. */
export async function readFindingAges(db: TenantDb, { today }: { today: string }): Promise<AgeCount<FindingAge>[]> {
  const rows = await perDay(
    db,
    sql`SELECT ${today}::date - (f."openedAt" AT TIME ZONE 'UTC')::date AS "days", f."grade" FROM "Finding" f
      WHERE f."status" <> 'verified' AND f."withdrawnAt" IS NULL`,
  );
  return fold(rows, (days) => ageOf(findingAges, days));
}
