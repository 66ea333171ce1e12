import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { noSql, type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { storedInputSchema, storedResultSchema } from '~/questionnaires/responses/schema';
import { describeChanges, type ScoreChange } from '~/risk/scores/describe-changes';
import { methodGeneration } from '~/risk/scores/method-generation';

const rowSchema = z.object({
  publicId: z.string(),
  name: z.string(),
  from: z.number(),
  to: z.number(),
  step: z.number(),
  on: z.string(),
  isSinceFirst: z.boolean(),
  total: z.number(),
  engineBefore: z.string(),
  engineAfter: z.string(),
  inputBefore: z.unknown(),
  inputAfter: z.unknown(),
  resultBefore: z.unknown(),
  resultAfter: z.unknown(),
});
/**
 * `step`: the largest step on the way from one score to the other, in points, with its day and what changed at it. `isSinceFirst`: `from` is the supplier's
 * first score, given within the period, as there is none before. All scores are within the scale, as they are shown.
 */
export type Mover = {
  publicId: string;
  name: string;
  from: number;
  to: number;
  on: string;
  step: number;
  isSinceFirst: boolean;
  changes: ScoreChange[];
};

/** A score within the scale in whole points, as `shownScore` shows it: a supplier whose shown score is the same has not moved for any reader. */
const shown = (score: Sql): Sql =>
  sql`CASE WHEN floor(${score} + 0.5) IN (25, 45, 65, 80) THEN floor(${score}) ELSE floor(${score} + 0.5) END`;
/** A score without what lies beyond the ends of the scale. */
const within = (score: Sql): Sql => sql`LEAST(100, GREATEST(0, ${score}))`;
const [start, current] = [within(sql`COALESCE(b.score, f.score)`), within(sql`s."score"::float8`)];
const step = within(sql`(o."result" ->> 'score')::float8`);
const points = sql`abs(${current} - ${start})`;

/**
 * The suppliers whose score moved most since a day, by a point or more, between the newest score before that day and the current one, each with the step that
 * contributed most and what changed at it: the newest step may be small, or go the other way. A supplier without a score before that day is compared with its
 * first; one that was scored only once has not moved. Scores of an earlier method are on another scale and compared with none. `of: 'clients'`: only borrowers
 * of open deals. One query, however many suppliers.
 */
export async function readMovers(
  db: TenantDb,
  { since, take, of = 'suppliers' }: { since: string; take: number; of?: 'suppliers' | 'clients' },
): Promise<{ movers: Mover[]; total: number }> {
  const clients = sql`AND EXISTS (
    SELECT FROM "Deal" d WHERE d."organizationId" = s."organizationId" AND d."clientPartyId" = s."partyId" AND d."status" NOT IN ('declined', 'exited'))`;
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
    WITH moved AS (
      SELECT s."organizationId", s."partyId", COALESCE(b."createdAt", f."createdAt") AS "since", ${start} AS "from", ${current} AS "to",
        b.score IS NULL AS "isSinceFirst", ${points} AS points, (count(*) OVER ())::int AS total
      FROM "Supplier" s
      JOIN "Score" c ON c."organizationId" = s."organizationId" AND c."id" = s."scoreId" AND c."createdAt" >= ${since}::date
      LEFT JOIN LATERAL (
        SELECT o."createdAt", (o."result" ->> 'score')::float8 AS score, o."engineVersion" FROM "Score" o
        WHERE o."organizationId" = s."organizationId" AND o."partyId" = s."partyId" AND o."createdAt" < ${since}::date
          AND o."result" ->> 'score' IS NOT NULL
        ORDER BY o."createdAt" DESC, o."id" DESC LIMIT 1) b ON true
      LEFT JOIN LATERAL (
        SELECT o."createdAt", (o."result" ->> 'score')::float8 AS score, o."engineVersion" FROM "Score" o
        WHERE b.score IS NULL AND o."organizationId" = s."organizationId" AND o."partyId" = s."partyId" AND o."createdAt" >= ${since}::date
          AND o."createdAt" < c."createdAt" AND o."result" ->> 'score' IS NOT NULL
        ORDER BY o."createdAt", o."id" LIMIT 1) f ON true
      WHERE s."archivedAt" IS NULL AND s."score" IS NOT NULL AND ${points} >= 1 AND ${shown(current)} <> ${shown(start)}
        AND COALESCE(b.score, f.score) IS NOT NULL AND split_part(COALESCE(b."engineVersion", f."engineVersion"), '.', 1)::int >= ${methodGeneration}::int ${of === 'clients' ? clients : noSql}
      ORDER BY ${points} DESC, s."partyId" LIMIT ${take}::int
    )
    SELECT p."publicId", p."name", m."from", m."to", t."createdAt"::date::text AS "on", t.points AS "step", m."isSinceFirst", m.total, x."engineVersion" AS "engineBefore", y."engineVersion" AS "engineAfter",
      x."input" AS "inputBefore", y."input" AS "inputAfter", x."result" AS "resultBefore", y."result" AS "resultAfter"
    FROM moved m JOIN "Party" p ON p."organizationId" = m."organizationId" AND p."id" = m."partyId"
    JOIN LATERAL (
      SELECT steps.* FROM (
        SELECT o."id" AS after, o."createdAt", lag(o."id") OVER way AS before,
          ${step} - lag(${step}) OVER way AS points
        FROM "Score" o WHERE o."organizationId" = m."organizationId" AND o."partyId" = m."partyId" AND o."createdAt" >= m."since"
          AND o."result" ->> 'score' IS NOT NULL
        WINDOW way AS (ORDER BY o."createdAt", o."id")) steps
      WHERE steps.before IS NOT NULL ORDER BY steps.points * sign(m."to" - m."from") DESC, steps."createdAt" DESC LIMIT 1) t ON true
    JOIN "Score" x ON x."organizationId" = m."organizationId" AND x."id" = t.before
    JOIN "Score" y ON y."organizationId" = m."organizationId" AND y."id" = t.after
    ORDER BY m.points DESC, p."publicId"`,
  );
  return {
    total: rows[0]?.total ?? 0,
    movers: rows.map(({ publicId, name, from, to, on, step, isSinceFirst, ...row }) => ({
      ...{ publicId, name, from, to, on, step, isSinceFirst },
      changes: describeChanges(
        {
          engineVersion: row.engineBefore,
          input: storedInputSchema.parse(row.inputBefore),
          result: storedResultSchema.parse(row.resultBefore),
        },
        {
          engineVersion: row.engineAfter,
          input: storedInputSchema.parse(row.inputAfter),
          result: storedResultSchema.parse(row.resultAfter),
        },
      ),
    })),
  };
}
