import { z } from 'zod';
import { query, queryRows, readRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import { anyText } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { nameIdentity } from '~/suppliers/parties/name-identity';

/**
 * Supplier → names and countries (`nameIdentity`) that mean it by an earlier word: a person's newest answer "the same", or the name of a record
 * that was merged into it. Two queries, however many keys.
 */
export async function readLearned(db: TenantDb, keys: readonly string[], nameKeys: readonly string[]): Promise<Map<string, string[]>> {
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
