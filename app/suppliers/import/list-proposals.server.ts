import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type PairSide, readSides } from '~/suppliers/duplicates/list-duplicates.server';
import { matchReasons } from '~/suppliers/parties/match/compare-parties';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { decodeCursor, encodeCursor } from '~/platform/lists/cursor';
import { incomingSchema, type ProposalState, proposalStates } from './proposal';

const rowSchema = z.object({
  id: z.string(),
  nameKey: z.string(),
  rowNumber: z.number(),
  incoming: incomingSchema,
  partyId: z.string(),
  score: z.number(),
  reasons: z.array(z.enum(matchReasons)).catch([]),
  answer: z.enum(['same', 'different']).nullable(),
});
/** `isNamesake`: the names are equal and the addresses are not: another site of the known supplier, or another company. */
export type ListedProposal = z.infer<typeof rowSchema> & { known: PairSide; isNamesake: boolean };
export type ProposalCounts = Record<ProposalState, number>;
const perPage = 20;

/** The questions of a batch in one state, the likeliest first; two queries a page. */
export async function listProposals(
  db: TenantDb,
  options: { batchId: string; state: ProposalState; after: string | null },
): Promise<{ proposals: ListedProposal[]; after: string | null }> {
  const automatic = matchParameter('match.automatic');
  const cursor = decodeCursor(options.after);
  const [score, id] = [typeof cursor?.value === 'number' ? cursor.value : null, cursor?.id ?? null];
  const rows = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT p."id", p."nameKey", p."rowNumber", p."incoming", p."partyId", p."score"::float8 AS "score", p."reasons", p."answer" FROM "MatchProposal" p
      WHERE p."batchId" = ${options.batchId}::uuid
        AND CASE ${options.state}::text WHEN 'answered' THEN p."answer" IS NOT NULL WHEN 'automatic' THEN p."answer" IS NULL AND p."score" >= ${automatic}::numeric
          ELSE p."answer" IS NULL AND p."score" < ${automatic}::numeric END
        AND (${id}::uuid IS NULL OR (p."score", p."id") < (${score}::numeric, ${id}::uuid))
      ORDER BY p."score" DESC, p."id" DESC LIMIT ${perPage + 1}`,
  );
  const page = rows.slice(0, perPage);
  const sides = await readSides(
    db,
    page.map(({ partyId }) => partyId),
  );
  const last = page.at(-1);
  return {
    proposals: page.flatMap((row) => {
      const known = sides.get(row.partyId);
      const isNamesake = row.nameKey !== nameIdentity(row.incoming.name, row.incoming.country);
      return known ? [{ ...row, known, isNamesake }] : [];
    }),
    after: rows.length > perPage && last ? encodeCursor({ value: last.score, id: last.id }) : null,
  };
}

/** How many questions of a batch are in each state. */
export async function countProposals(db: TenantDb, batchId: string): Promise<ProposalCounts> {
  const rows = await queryRows(
    db,
    z.object({ state: z.enum(proposalStates), n: z.number() }),
    sql`
    SELECT CASE WHEN "answer" IS NOT NULL THEN 'answered' WHEN "score" >= ${matchParameter('match.automatic')}::numeric THEN 'automatic' ELSE 'open' END AS state,
      count(*)::int AS n FROM "MatchProposal" WHERE "batchId" = ${batchId}::uuid GROUP BY 1`,
  );
  const of = (state: ProposalState) => rows.find((row) => row.state === state)?.n ?? 0;
  return { open: of('open'), automatic: of('automatic'), answered: of('answered') };
}
