import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isOfThisMethod } from '~/questionnaires/responses/schema';

/** How many scores a trend goes back. */
const most = 12;
const rowSchema = z.object({ partyId: z.string(), engineVersion: z.string(), on: z.string(), score: z.number().nullable() });

/** The score of a day. */
export type TrendPoint = { on: string; score: number };

/** The scores of these parties by today's method, the oldest first; none of a party that has fewer than two. One query, however many parties. */
export async function readScoreTrends(db: TenantDb, partyIds: readonly string[]): Promise<ReadonlyMap<string, readonly TrendPoint[]>> {
  if (partyIds.length === 0) return new Map();
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
      SELECT p."partyId", c."engineVersion", c."on", c."score"
      FROM unnest(${[...partyIds]}::uuid[]) AS p("partyId")
      CROSS JOIN LATERAL (
        SELECT s."engineVersion", s."asOf"::text AS "on", (s."result" ->> 'score')::float8 AS "score", s."createdAt", s."id"
        FROM "Score" s WHERE s."partyId" = p."partyId" ORDER BY s."createdAt" DESC, s."id" DESC LIMIT ${most}::int) c
      ORDER BY c."createdAt", c."id"`,
  );
  const trends = new Map<string, TrendPoint[]>();
  for (const { partyId, engineVersion, on, score } of rows) {
    if (score === null || !isOfThisMethod(engineVersion)) continue;
    trends.set(partyId, [...(trends.get(partyId) ?? []), { on, score }]);
  }
  return new Map([...trends].filter(([, points]) => points.length > 1));
}
