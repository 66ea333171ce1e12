import type { InOrganization } from '~/access/tenant-db.server';
import type { MatchReason } from '~/suppliers/parties/match/compare-parties';
import { foldParty } from '~/suppliers/parties/match/fold-party';
import { buildPartyIndex } from '~/suppliers/parties/match/party-index';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { readDecisions } from './read-decisions.server';
import { readMatchParties } from './read-match-parties.server';

type Pair = { a: string; b: string; score: number; reasons: MatchReason[] };
const chunk = 2_000;

/**
 * Looks for pairs of suppliers that may be one, and keeps them in place of those found before; what a member reported stays, and what was
 * answered is not asked again. Reading and writing are transactions of their own; in between nothing waits. Grows about linearly.
 */
export async function findDuplicates(
  inOrganization: InOrganization,
  onProgress: (done: number, total: number) => Promise<void> = async () => {},
): Promise<{ suppliers: number; pairs: number }> {
  const { parties, decisions } = await inOrganization(
    async (db) => ({ parties: await readMatchParties(db), decisions: await readDecisions(db, null) }),
    { timeoutMs: 120_000 },
  );
  const folded = parties.map(foldParty);
  const index = buildPartyIndex(folded);
  const found = new Map<string, Pair>();
  const sides = parties.map(({ name, country, partyId }) => ({ key: nameIdentity(name, country), partyId }));
  for (const [at, party] of folded.entries()) {
    for (const candidate of index.find(party, { floor: matchParameter('match.ask'), isAllowed: (other) => other !== at })) {
      const [one, two] = [sides[at], sides[candidate.at]];
      if (!one || !two) continue;
      const [a, b] = one.partyId < two.partyId ? [one.partyId, two.partyId] : [two.partyId, one.partyId];
      if (found.has(`${a} ${b}`) || decisions.verdictOf(one, two) !== null) continue;
      found.set(`${a} ${b}`, { a, b, score: candidate.score, reasons: candidate.reasons });
    }
    if (at % chunk === 0) await onProgress(at, parties.length);
  }
  const pairs = [...found.values()];
  await inOrganization(
    async (db) => {
      await db.duplicatePair.deleteMany({ where: { origin: 'found' } });
      for (let start = 0; start < pairs.length; start += chunk) {
        const part = JSON.stringify(pairs.slice(start, start + chunk));
        await db.$executeRaw`
          INSERT INTO "DuplicatePair" ("aPartyId", "bPartyId", "score", "reasons", "origin")
          SELECT t.a, t.b, t.score, t.reasons, 'found' FROM json_to_recordset(${part}::json) AS t(a uuid, b uuid, score numeric, reasons jsonb)
          WHERE EXISTS (SELECT FROM "Supplier" s WHERE s."partyId" = t.a) AND EXISTS (SELECT FROM "Supplier" s WHERE s."partyId" = t.b)
          ON CONFLICT ("organizationId", "aPartyId", "bPartyId") DO NOTHING`;
      }
    },
    { timeoutMs: 120_000 },
  );
  return { suppliers: parties.length, pairs: pairs.length };
}
