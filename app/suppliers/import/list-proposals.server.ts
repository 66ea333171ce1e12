import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type PairSide, readSides } from '~/suppliers/duplicates/list-duplicates.server';
import { matchReasons } from '~/suppliers/parties/match/compare-parties';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { decodeCursor, encodeCursor } from '~/platform/lists/cursor';
import { incomingSchema, otherNameSchema, type ProposalState, proposalStates, proposalSubjects } from './proposal';

const rowSchema = z.object({
  id: z.string(),
  cluster: z.string(),
  nameKey: z.string(),
  rowNumber: z.number(),
  incoming: incomingSchema,
  partyId: z.string().nullable(),
  other: otherNameSchema.nullable(),
  about: z.enum(proposalSubjects),
  score: z.number(),
  reasons: z.array(z.enum(matchReasons)).catch([]),
  answer: z.enum(['same', 'different']).nullable(),
});
/** A question with what it compares: the known supplier, or the other name of a list (`other`). */
export type ListedProposal = z.infer<typeof rowSchema> & { known: PairSide | null };
export type ProposalCounts = Record<ProposalState, number>;
const perPage = 20;
const columns = sql`
  p."id", p."cluster", p."nameKey", p."rowNumber", p."incoming", p."partyId", p."other", p."about", p."score"::float8 AS score, p."reasons", p."answer"`;

/** The state of a line: it waits for an answer while any of its questions does. */
const clusterStates = (batchId: string) => sql`
  SELECT "cluster", max("score") AS score,
    CASE WHEN bool_or("answer" IS NULL AND "score" < ${matchParameter('match.automatic')}::numeric) THEN 'open'
      WHEN bool_or("answer" IS NULL) THEN 'automatic' ELSE 'answered' END AS state
  FROM "MatchProposal" WHERE "batchId" = ${batchId}::uuid GROUP BY "cluster"`;

/** The questions of a page of lines in one state, line by line, the likeliest first; three queries a page. */
export async function listProposals(
  db: TenantDb,
  options: { batchId: string; state: ProposalState; after: string | null; most?: number },
): Promise<{ proposals: ListedProposal[]; after: string | null }> {
  const { batchId, most = perPage } = options;
  const cursor = decodeCursor(options.after);
  const [score, id] = [typeof cursor?.value === 'number' ? cursor.value : null, cursor?.id ?? null];
  const lines = await queryRows(
    db,
    z.object({ cluster: z.string(), score: z.number() }),
    sql`
    SELECT c."cluster", c.score::float8 AS score FROM (${clusterStates(batchId)}) c
    WHERE c.state = ${options.state}::text AND (${id}::text IS NULL OR (c.score, c."cluster") < (${score}::numeric, ${id}::text))
    ORDER BY c.score DESC, c."cluster" DESC LIMIT ${most + 1}::int`,
  );
  const page = lines.slice(0, most);
  const placeOf = new Map(page.map(({ cluster }, at) => [cluster, at]));
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
    SELECT ${columns} FROM "MatchProposal" p WHERE p."batchId" = ${batchId}::uuid AND p."cluster" = ANY(${page.map(({ cluster }) => cluster)}::text[])
    ORDER BY p."rowNumber", p."nameKey", p."score" DESC, p."id"`,
  );
  rows.sort((a, b) => (placeOf.get(a.cluster) ?? 0) - (placeOf.get(b.cluster) ?? 0));
  const last = page.at(-1);
  return {
    proposals: await withSides(db, rows),
    after: lines.length > most && last ? encodeCursor({ value: last.score, id: last.cluster }) : null,
  };
}

/** Every match that accepting would make without a question, for each name of the list the likeliest; at most 200. Two queries. */
export async function listAutomatic(db: TenantDb, batchId: string): Promise<{ matches: ListedProposal[]; isCut: boolean }> {
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
    SELECT DISTINCT ON (p."rowNumber", p."nameKey", p."partyId" IS NULL) ${columns} FROM "MatchProposal" p
    WHERE p."batchId" = ${batchId}::uuid AND p."answer" IS NULL AND p."score" >= ${matchParameter('match.automatic')}::numeric
    ORDER BY p."rowNumber", p."nameKey", p."partyId" IS NULL, p."score" DESC, p."id" LIMIT ${mostAutomatic + 1}::int`,
  );
  return { matches: await withSides(db, rows.slice(0, mostAutomatic)), isCut: rows.length > mostAutomatic };
}
const mostAutomatic = 200;

async function withSides(db: TenantDb, rows: readonly z.infer<typeof rowSchema>[]): Promise<ListedProposal[]> {
  const sides = await readSides(
    db,
    rows.flatMap(({ partyId }) => partyId ?? []),
  );
  return rows.flatMap((row): ListedProposal[] => {
    const known = row.partyId === null ? null : (sides.get(row.partyId) ?? null);
    return known === null && row.other === null ? [] : [{ ...row, known }];
  });
}

/** How many lines of a batch are in each state. */
export async function countProposals(db: TenantDb, batchId: string): Promise<ProposalCounts> {
  const rows = await queryRows(
    db,
    z.object({ state: z.enum(proposalStates), n: z.number() }),
    sql`SELECT c.state, count(*)::int AS n FROM (${clusterStates(batchId)}) c GROUP BY 1`,
  );
  const of = (state: ProposalState) => rows.find((row) => row.state === state)?.n ?? 0;
  return { open: of('open'), automatic: of('automatic'), answered: of('answered') };
}
