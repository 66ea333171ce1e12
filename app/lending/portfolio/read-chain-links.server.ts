import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import type { ChainLinks } from './count-dependents';
import { idWords, PartyNumbers } from './party-numbers';

const pairsSchema = z.tuple([z.object({ pairs: z.string().nullable() })]);
const wordsOf = (rows: unknown) => idWords(Buffer.from(pairsSchema.parse(rows)[0].pairs ?? '', 'base64'));
/** The 32-bit integers of the two ids of a pair. */
const pairWords = 8;

export type NumberedChain = { links: ChainLinks; numbers: PartyNumbers; numberOf: (partyId: string) => number };

/**
 * Every current link along which one party depends on another: it supplies, subcontracts or recruits. A site counts as its supplier, at both ends and in
 * `numberOf`. Two queries, however many links: their ids come as one text, because as many rows would take several times as long to read. Links and sites are
 * joined here, for the reason given in `readTiers`.
 * @param others how many ids will be asked for besides
 */
export async function readChainLinks(db: TenantDb, { today, others }: { today: string; others: number }): Promise<NumberedChain> {
  const ends = wordsOf(
    await db.$queryRaw`
      SELECT encode(string_agg(uuid_send("fromPartyId") || uuid_send("toPartyId"), ''), 'base64') AS pairs
      FROM links_held(${today}::date, ${today}::date) WHERE "kind" IN ('supplies', 'subcontracts', 'recruits')`,
  );
  const sites = wordsOf(
    await db.$queryRaw`SELECT encode(string_agg(uuid_send("partyId") || uuid_send("supplierPartyId"), ''), 'base64') AS pairs FROM "Site"`,
  );
  const numbers = new PartyNumbers((ends.length + sites.length) / 4 + others);
  const owners = new Map<number, number>();
  for (let at = 0; at < sites.length; at += pairWords) owners.set(numbers.ofWords(sites, at), numbers.ofWords(sites, at + 4));
  const owned = (party: number) => owners.get(party) ?? party;
  const count = ends.length / pairWords;
  const links: ChainLinks = { supplier: new Int32Array(count), buyer: new Int32Array(count) };
  for (let link = 0; link < count; link += 1) {
    links.supplier[link] = owned(numbers.ofWords(ends, link * pairWords));
    links.buyer[link] = owned(numbers.ofWords(ends, link * pairWords + 4));
  }
  return { links, numbers, numberOf: (partyId) => owned(numbers.of(partyId)) };
}
