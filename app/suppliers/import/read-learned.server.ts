import type { TenantDb } from '~/access/tenant-db.server';
import { nameIdentity } from '~/suppliers/parties/name-identity';

/**
 * Supplier → names and countries (`nameIdentity`) that mean it by an earlier word: a person's newest answer "the same", or the name of a record
 * that was merged into it. Two queries, however many keys.
 */
export async function readLearned(db: TenantDb, keys: readonly string[], nameKeys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ key: string; partyId: string }[]>`
    SELECT n.key, COALESCE(m."intoPartyId", n."partyId") AS "partyId" FROM (
      SELECT DISTINCT ON (d.key, d."partyId") d.key, d."partyId", d."verdict" FROM (
        SELECT "aKey" AS key, "bPartyId" AS "partyId", "verdict", "decidedAt", "id" FROM "MatchDecision" WHERE "aKey" = ANY(${[...keys]}::text[])
        UNION ALL
        SELECT "bKey", "aPartyId", "verdict", "decidedAt", "id" FROM "MatchDecision" WHERE "bKey" = ANY(${[...keys]}::text[])
      ) d WHERE d."partyId" IS NOT NULL ORDER BY d.key, d."partyId", d."decidedAt" DESC, d."id" DESC
    ) n LEFT JOIN "MergedParty" m ON m."partyId" = n."partyId" WHERE n."verdict" = 'same'`;
  const learned = new Map<string, string[]>();
  const add = (partyId: string, key: string) => learned.set(partyId, [...new Set([...(learned.get(partyId) ?? []), key])]);
  for (const { key, partyId } of rows) add(partyId, key);
  const merged = await db.$queryRaw<{ name: string; country: string | null; intoPartyId: string }[]>`
    SELECT p."name", s."country", m."intoPartyId" FROM "MergedParty" m
    JOIN "Party" p ON p."id" = m."partyId" AND p."kind" = 'supplier' AND p."nameKey" = ANY(${[...nameKeys]}::text[])
    JOIN "Supplier" s ON s."partyId" = m."partyId"`;
  for (const { name, country, intoPartyId } of merged) add(intoPartyId, nameIdentity(name, country));
  return learned;
}
