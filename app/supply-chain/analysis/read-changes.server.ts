import { z } from 'zod';
import { methodGeneration } from '~/risk/scores/method-generation';
import { type Band, bandSchema, bands } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { listNamed, type NamedHere } from '~/questionnaires/declared-parties/list-declared.server';

const countSchema = z.tuple([
  z.object({
    suppliers: z.number(),
    archived: z.number(),
    relations: z.number(),
    removed: z.number(),
    facts: z.number(),
    sources: z.number(),
  }),
]);
const moveSchema = z.array(
  z.object({
    publicId: z.string(),
    name: z.string(),
    before: bandSchema.nullable(),
    after: bandSchema.nullable(),
    from: z.number().nullable(),
    to: z.number().nullable(),
    inAll: z.number(),
    risen: z.number(),
  }),
);
export type Move = { publicId: string; name: string; before: Band | null; after: Band | null; from: number | null; to: number | null };
export type Changes = z.infer<typeof countSchema>[0] & { moves: Move[]; moved: number; risen: number; takenBack: NamedHere[] };

const mostMoves = 15;

/**
 * What is different from the end of the day before `since`: suppliers and relations added and taken away, facts learned, and suppliers whose band
 * is another, the largest rise first. New suppliers have no band to move from, and neither have those whose score then was made by an earlier method. Names that suppliers took back stand by themselves. Three queries, however many suppliers.
 */
export async function readChanges(db: TenantDb, { since }: { since: string }): Promise<Changes> {
  const [counts] = countSchema.parse(
    await db.$queryRaw`
      SELECT
        (SELECT count(*)::int FROM "Party" p WHERE p."kind" = 'supplier' AND p."createdAt" >= ${since}::date) AS suppliers,
        (SELECT count(*)::int FROM "Supplier" s WHERE s."archivedAt" >= ${since}::date) AS archived,
        (SELECT count(DISTINCT (l."fromPartyId", l."toPartyId", l."kind"))::int FROM known_links() l
          WHERE l."createdAt" >= ${since}::date AND NOT EXISTS (
            SELECT FROM "SupplyLink" b WHERE b."organizationId" = l."organizationId" AND b."fromPartyId" = l."fromPartyId"
              AND b."toPartyId" = l."toPartyId" AND b."kind" = l."kind" AND b."createdAt" < ${since}::date)) AS relations,
        (SELECT count(*)::int FROM "SupplyLink" l WHERE l."withdrawnAs" IN ('taken-away', 'taken-back') AND l."withdrawnAt" >= ${since}::date) AS removed,
        (SELECT count(*)::int FROM "Fact" f WHERE f."recordedAt" >= ${since}::date) AS facts,
        (SELECT count(DISTINCT f."sourceId")::int FROM "Fact" f WHERE f."recordedAt" >= ${since}::date) AS sources`,
  );
  const rows = moveSchema.parse(
    await db.$queryRaw`
      WITH stood AS (
        SELECT DISTINCT ON (c."partyId") c."partyId", c."result"->>'band' AS band, (c."result"->>'score')::float8 AS score
        FROM "Score" c WHERE c."createdAt" < ${since}::date AND split_part(c."engineVersion", '.', 1)::int >= ${methodGeneration}::int
        ORDER BY c."partyId", c."createdAt" DESC, c."id" DESC
      ), moved AS (
        SELECT s."organizationId", s."partyId", t.band AS before, s."band" AS after, t.score AS "from", s."score"::float8 AS "to",
          COALESCE(array_position(${[...bands]}::text[], s."band"), 0) - COALESCE(array_position(${[...bands]}::text[], t.band), 0) AS step
        FROM "Supplier" s JOIN stood t ON t."partyId" = s."partyId"
        WHERE s."archivedAt" IS NULL AND s."band" IS DISTINCT FROM t.band
      )
      SELECT p."publicId", p."name", m.before, m.after, m."from", m."to", (count(*) OVER ())::int AS "inAll",
        (count(*) FILTER (WHERE m.before IS NOT NULL AND m.after IS NOT NULL AND m.step > 0) OVER ())::int AS risen
      FROM moved m JOIN "Party" p ON p."organizationId" = m."organizationId" AND p."id" = m."partyId"
      ORDER BY m.step DESC, m."to" DESC NULLS LAST, p."nameKey", p."id" LIMIT ${mostMoves}::int`,
  );
  return {
    ...counts,
    takenBack: await listNamed(db, { takenBackSince: since }),
    moved: rows[0]?.inAll ?? 0,
    risen: rows[0]?.risen ?? 0,
    moves: rows.map(({ inAll: _, risen: __, ...move }) => move),
  };
}
