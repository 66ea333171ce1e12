import { z } from 'zod';
import { query, readRows } from '~/access/sql/query.server';
import { countAll } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { matchReasons } from '~/suppliers/parties/match/compare-parties';
import { decodeCursor, encodeCursor } from '~/platform/lists/cursor';

const reasonsSchema = z.array(z.enum(matchReasons)).catch([]);
const sideSchema = z.object({
  partyId: z.string(),
  publicId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  sector: z.string().nullable(),
  ids: z.record(z.string(), z.string()).catch({}),
  places: z.array(z.string()).nullable(),
  sites: z.number(),
  links: z.number(),
});
export type PairSide = z.infer<typeof sideSchema>;
const rowSchema = z.object({
  id: z.string(),
  score: z.number(),
  reasons: reasonsSchema,
  origin: z.enum(['found', 'reported']),
  note: z.string().nullable(),
  aPartyId: z.string(),
  bPartyId: z.string(),
});
export type ListedPair = Omit<z.infer<typeof rowSchema>, 'aPartyId' | 'bPartyId'> & { a: PairSide; b: PairSide };
const pairsPerPage = 20;

/** Open pairs, the likeliest first, those of one supplier or all; two queries a page and one for the number. Pairs of records that are put away or merged are left out. */
export async function listDuplicates(
  db: TenantDb,
  options: { after?: string | null; partyId?: string; id?: string } = {},
): Promise<{ pairs: ListedPair[]; after: string | null; total: number }> {
  const cursor = decodeCursor(options.after ?? null);
  const [score, id] = [typeof cursor?.value === 'number' ? cursor.value : null, cursor?.id ?? null];
  const rows = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT d."id", d."score"::float8 AS "score", d."reasons", d."origin", d."note", d."aPartyId", d."bPartyId" FROM "DuplicatePair" d
      JOIN "Supplier" a ON a."partyId" = d."aPartyId" AND a."archivedAt" IS NULL
      JOIN "Supplier" b ON b."partyId" = d."bPartyId" AND b."archivedAt" IS NULL
      WHERE (${options.partyId ?? null}::uuid IS NULL OR ${options.partyId ?? null}::uuid IN (d."aPartyId", d."bPartyId"))
        AND (${options.id ?? null}::uuid IS NULL OR d."id" = ${options.id ?? null}::uuid)
        AND (${id}::uuid IS NULL OR (d."score", d."id") < (${score}::numeric, ${id}::uuid))
      ORDER BY d."score" DESC, d."id" DESC LIMIT ${pairsPerPage + 1}`,
  );
  const page = rows.slice(0, pairsPerPage);
  const sides = await readSides(
    db,
    page.flatMap(({ aPartyId, bPartyId }) => [aPartyId, bPartyId]),
  );
  const last = page.at(-1);
  return {
    pairs: page.flatMap(({ aPartyId, bPartyId, ...pair }) => {
      const [a, b] = [sides.get(aPartyId), sides.get(bPartyId)];
      return a && b ? [{ ...pair, a, b }] : [];
    }),
    after: rows.length > pairsPerPage && last ? encodeCursor({ value: last.score, id: last.id }) : null,
    total: await countDuplicates(db),
  };
}

/** How many open pairs there are. */
async function countDuplicates(db: TenantDb): Promise<number> {
  const [row] = await readRows(
    db,
    query
      .selectFrom('DuplicatePair as d')
      .innerJoin('Supplier as a', 'a.partyId', 'd.aPartyId')
      .innerJoin('Supplier as b', 'b.partyId', 'd.bPartyId')
      .select(countAll().as('n'))
      .where('a.archivedAt', 'is', null)
      .where('b.archivedAt', 'is', null),
  );
  return row?.n ?? 0;
}

/** What is shown of suppliers side by side. One query. */
export async function readSides(db: TenantDb, partyIds: readonly string[]): Promise<Map<string, PairSide>> {
  if (partyIds.length === 0) return new Map();
  const sides = sideSchema.array().parse(
    await db.$queryRaw`
      SELECT s."partyId", p."publicId", p."name", s."country", s."sector", s."externalIds" AS "ids",
        ARRAY(SELECT DISTINCT concat_ws(', ', t."address", t."city") FROM "Site" t
          WHERE t."supplierPartyId" = s."partyId" AND concat_ws('', t."address", t."city") <> '' ORDER BY 1 LIMIT 3) AS "places",
        (SELECT count(*)::int FROM "Site" t WHERE t."supplierPartyId" = s."partyId") AS "sites",
        (SELECT count(DISTINCT (l."fromPartyId", l."toPartyId", l."kind"))::int FROM known_links() l WHERE l."fromPartyId" = s."partyId" OR l."toPartyId" = s."partyId") AS "links"
      FROM "Supplier" s JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      WHERE s."partyId" = ANY(${[...partyIds]}::uuid[])`,
  );
  return new Map(sides.map((side) => [side.partyId, side]));
}
