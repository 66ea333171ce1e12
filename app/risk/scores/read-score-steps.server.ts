import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isOfThisMethod, storedInputSchema, storedResultSchema } from '~/questionnaires/responses/schema';
import { describeChanges, type ScoreChange } from './describe-changes';
import { lastStep } from './last-step';

/** How many scores the plot goes back. */
const most = 60;
const pointSchema = z.object({
  id: z.string(),
  engineVersion: z.string(),
  asOf: z.string(),
  score: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
const rowSchema = z.object({ id: z.string(), engineVersion: z.string(), input: storedInputSchema, result: storedResultSchema });

export type ScorePoint = { id: string; on: string; score: number; low: number; high: number };
export type ScoreSteps = {
  /** The scores of today's method, the oldest first. Scores of an earlier method are documents and are on no line with them. */
  points: ScorePoint[];
  /** The last change of the whole score that is shown, with what caused it; null where it never changed. */
  change: { by: number; on: string; causes: ScoreChange[] } | null;
};

/** How the score of a supplier changed. Two queries, however many scores. */
export async function readScoreSteps(db: TenantDb, partyId: string): Promise<ScoreSteps> {
  const rows = await queryRows(
    db,
    pointSchema,
    sql`
      SELECT c."id", c."engineVersion", c."asOf"::text AS "asOf", (c."result"->>'score')::float8 AS score,
        (c."result"->>'low')::float8 AS low, (c."result"->>'high')::float8 AS high
      FROM "Score" c WHERE c."partyId" = ${partyId}::uuid ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${most}::int`,
  );
  const points = rows
    .flatMap(({ id, engineVersion, asOf, score, low, high }) =>
      isOfThisMethod(engineVersion) && score !== null && low !== null && high !== null ? [{ id, on: asOf, score, low, high }] : [],
    )
    .reverse();
  const step = lastStep(points);
  if (!step) return { points, change: null };
  const found = rowSchema.array().parse(
    await db.score.findMany({
      where: { id: { in: [step.before.id, step.after.id] } },
      select: { id: true, engineVersion: true, input: true, result: true },
    }),
  );
  const [before, after] = [step.before, step.after].map(({ id }) => found.find((row) => row.id === id));
  return { points, change: { by: step.by, on: step.after.on, causes: before && after ? describeChanges(before, after) : [] } };
}
