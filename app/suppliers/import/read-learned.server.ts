import { z } from 'zod';
import { query, queryRows, readRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import { anyText } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { nameIdentity } from '~/suppliers/parties/name-identity';

/** Supplier → places (`placeIdentity`) at which its name is another company, by a person's newest answer. One query. */
export async function readApart(db: TenantDb, places: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await queryRows(
    db,
    z.object({ key: z.string(), partyId: z.string() }),
    sql`
    SELECT n.key, n."partyId" FROM (
      SELECT DISTINCT ON ("aKey", "bPartyId") "aKey" AS key, "bPartyId" AS "partyId", "verdict" FROM "MatchDecision"
      WHERE "aKey" = ANY(${[...places]}::text[]) AND "bPartyId" IS NOT NULL ORDER BY "aKey", "bPartyId", "decidedAt" DESC, "id" DESC
    ) n WHERE n."verdict" = 'different'`,
  );
  const apart = new Map<string, string[]>();
  for (const { key, partyId } of rows) apart.set(partyId, [...(apart.get(partyId) ?? []), key]);
  return apart;
}

/**
 * Supplier → names and countries (`nameIdentity`) that mean it by an earlier word: a person's newest answer "the same", or the name of a record
 * that was merged into it; with `batchId` also what the batch matches by itself. Two queries, three with a batch, however many keys.
 */
export async function readLearned(
  db: TenantDb,
  { keys, nameKeys, batchId = null }: { keys: readonly string[]; nameKeys: readonly string[]; batchId?: string | null },
): Promise<Map<string, string[]>> {
  const rows = await queryRows(
    db,
    z.object({ key: z.string(), partyId: z.string() }),
    sql`
    SELECT n.key, COALESCE(m."intoPartyId", n."partyId") AS "partyId" FROM (
      SELECT DISTINCT ON (d.key, d."partyId") d.key, d."partyId", d."verdict" FROM (
        SELECT "aKey" AS key, "bPartyId" AS "partyId", "verdict", "decidedAt", "id" FROM "MatchDecision" WHERE "aKey" = ANY(${[...keys]}::text[])
        UNION ALL
        SELECT "bKey", "aPartyId", "verdict", "decidedAt", "id" FROM "MatchDecision" WHERE "bKey" = ANY(${[...keys]}::text[])
      ) d WHERE d."partyId" IS NOT NULL ORDER BY d.key, d."partyId", d."decidedAt" DESC, d."id" DESC
    ) n LEFT JOIN "MergedParty" m ON m."partyId" = n."partyId" WHERE n."verdict" = 'same'`,
  );
  const learned = new Map<string, string[]>();
  const add = (partyId: string, key: string) => learned.set(partyId, [...new Set([...(learned.get(partyId) ?? []), key])]);
  for (const { key, partyId } of rows) add(partyId, key);
  if (batchId !== null) for (const { key, partyId } of await readAutomatic(db, batchId)) add(partyId, key);
  if (nameKeys.length === 0) return learned;
  const merged = await readRows(
    db,
    query
      .selectFrom('MergedParty as m')
      .innerJoin('Party as p', 'p.id', 'm.partyId')
      .innerJoin('Supplier as s', 's.partyId', 'm.partyId')
      .select(['p.name', 's.country', 'm.intoPartyId'])
      .where('p.kind', '=', 'supplier')
      .where('p.nameKey', '=', anyText(nameKeys)),
  );
  for (const { name, country, intoPartyId } of merged) add(intoPartyId, nameIdentity(name, country));
  return learned;
}

/** The unanswered pairs of a batch from the automatic threshold on, for each supplier of the file the likeliest. */
async function readAutomatic(db: TenantDb, batchId: string): Promise<{ key: string; partyId: string }[]> {
  return queryRows(
    db,
    z.object({ key: z.string(), partyId: z.string() }),
    sql`
    SELECT DISTINCT ON ("nameKey") "nameKey" AS key, "partyId" FROM "MatchProposal"
    WHERE "batchId" = ${batchId}::uuid AND "partyId" IS NOT NULL AND "answer" IS NULL AND "score" >= ${matchParameter('match.automatic')}::numeric
    ORDER BY "nameKey", "score" DESC, "id"`,
  );
}
