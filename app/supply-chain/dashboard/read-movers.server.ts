import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { noSql, sql } from '~/access/sql.server';
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
  total: z.number(),
  engineBefore: z.string(),
  engineAfter: z.string(),
  inputBefore: z.unknown(),
  inputAfter: z.unknown(),
  resultBefore: z.unknown(),
  resultAfter: z.unknown(),
});
/** `step`: the largest step on the way from one score to the other, in points, with its day and what changed at it. */
export type Mover = { publicId: string; name: string; from: number; to: number; on: string; step: number; changes: ScoreChange[] };

/**
 * The suppliers whose score moved most since a day, by a point or more, between the newest score before that day and the current one, each with the step that
 * contributed most and what changed at it: the newest step may be small, or go the other way. Scores
 * of an earlier method are on another scale and compared with none. `of: 'clients'`: only borrowers of open deals. One query, however many suppliers.
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
      SELECT s."organizationId", s."partyId", b."createdAt" AS "since", b.score AS "from", s."score"::float8 AS "to",
        (count(*) OVER ())::int AS total
      FROM "Supplier" s
      JOIN "Score" c ON c."organizationId" = s."organizationId" AND c."id" = s."scoreId" AND c."createdAt" >= ${since}::date
      JOIN LATERAL (
        SELECT o."createdAt", (o."result" ->> 'score')::float8 AS score, o."engineVersion" FROM "Score" o
        WHERE o."organizationId" = s."organizationId" AND o."partyId" = s."partyId" AND o."createdAt" < ${since}::date
        ORDER BY o."createdAt" DESC, o."id" DESC LIMIT 1) b ON split_part(b."engineVersion", '.', 1)::int >= ${methodGeneration}::int
      WHERE s."archivedAt" IS NULL AND s."score" IS NOT NULL AND abs(s."score"::float8 - b.score) >= 1 ${of === 'clients' ? clients : noSql}
      ORDER BY abs(s."score"::float8 - b.score) DESC, s."partyId" LIMIT ${take}::int
    )
    SELECT p."publicId", p."name", m."from", m."to", t."createdAt"::date::text AS "on", t.points AS "step", m.total, x."engineVersion" AS "engineBefore", y."engineVersion" AS "engineAfter",
      x."input" AS "inputBefore", y."input" AS "inputAfter", x."result" AS "resultBefore", y."result" AS "resultAfter"
    FROM moved m JOIN "Party" p ON p."organizationId" = m."organizationId" AND p."id" = m."partyId"
    JOIN LATERAL (
      SELECT steps.* FROM (
        SELECT o."id" AS after, o."createdAt", lag(o."id") OVER way AS before,
          (o."result" ->> 'score')::float8 - lag((o."result" ->> 'score')::float8) OVER way AS points
        FROM "Score" o WHERE o."organizationId" = m."organizationId" AND o."partyId" = m."partyId" AND o."createdAt" >= m."since"
          AND o."result" ->> 'score' IS NOT NULL
        WINDOW way AS (ORDER BY o."createdAt", o."id")) steps
      WHERE steps.before IS NOT NULL ORDER BY steps.points * sign(m."to" - m."from") DESC, steps."createdAt" DESC LIMIT 1) t ON true
    JOIN "Score" x ON x."organizationId" = m."organizationId" AND x."id" = t.before
    JOIN "Score" y ON y."organizationId" = m."organizationId" AND y."id" = t.after
    ORDER BY abs(m."to" - m."from") DESC, p."publicId"`,
  );
  return {
    total: rows[0]?.total ?? 0,
    movers: rows.map(({ publicId, name, from, to, on, step, ...row }) => ({
      ...{ publicId, name, from, to, on, step },
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
