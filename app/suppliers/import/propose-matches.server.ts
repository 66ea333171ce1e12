import type { TenantDb } from '~/access/tenant-db.server';
import { readDecisions } from '~/suppliers/duplicates/read-decisions.server';
import { readMatchParties } from '~/suppliers/duplicates/read-match-parties.server';
import type { Comparison } from '~/suppliers/parties/match/compare-parties';
import { foldParty } from '~/suppliers/parties/match/fold-party';
import { buildPartyIndex } from '~/suppliers/parties/match/party-index';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { idsOf } from './pipeline/join-by-ids';
import { recordNaming } from './pipeline/factory-place';
import type { KnownParties } from './pipeline/match';
import type { Plan, PlanRow } from './pipeline/plan';
import { proposeKnownSites } from './propose-known-sites.server';
import { proposeNamesakes } from './propose-namesakes.server';
import { proposeSharedNames } from './propose-shared-names.server';
import type { Incoming, OtherName, ProposalSubject } from './proposal';

/** How many known suppliers one supplier of a file is shown beside. */
const perSupplier = 3;

/** Whether accepting a batch would match a supplier that no member was asked about. */
export async function hasAutomatic(db: TenantDb, batchId: string): Promise<boolean> {
  return (
    (await db.matchProposal.count({ where: { batchId, answer: null, score: { gte: matchParameter('match.automatic') } }, take: 1 })) > 0
  );
}

/** Forgets what was proposed at an earlier reading. */
export async function forgetProposals(db: TenantDb, batchId: string): Promise<void> {
  await db.matchProposal.deleteMany({ where: { batchId } });
}

/**
 * Compares the suppliers that plans would make with those the organization has, and keeps the pairs that look alike for the matching step. Pairs
 * that were answered before are not proposed. Reads all suppliers once, then grows with the new ones; null when there are none to compare with.
 */
export async function openProposals(db: TenantDb, batchId: string) {
  if ((await db.supplier.count({ where: { archivedAt: null }, take: 1 })) === 0) return null;
  const parties = await readMatchParties(db);
  const index = buildPartyIndex(parties.map(foldParty));
  return {
    async propose(plan: Plan, planned: readonly PlanRow[], known: KnownParties): Promise<void> {
      await keepProposals(db, batchId, await proposeNamesakes(db, plan, planned, known));
      await keepProposals(db, batchId, await proposeKnownSites(db, plan, planned, known));
      const shared = await proposeSharedNames(db, plan, planned, known);
      await keepProposals(db, batchId, shared.proposals);
      const fresh = plan.suppliers.filter((supplier) => supplier.partyId === null && !shared.asked.has(supplier));
      if (fresh.length === 0) return;
      const decisions = await readDecisions(db, { keys: fresh.map(({ name, country }) => nameIdentity(name, country)) });
      const rows = new Map(planned.map((row) => [row.rowNumber, row]));
      const proposals = fresh.flatMap(({ name, country, rowNumber }) => {
        const own = recordNaming(name, rows.get(rowNumber));
        const incoming: Incoming = { name, country, city: own?.city ?? null, address: own?.address ?? null };
        const key = nameIdentity(name, country);
        const folded = foldParty({ ...incoming, postalCode: own?.postalCode ?? null, ids: own ? idsOf(own) : [] });
        return notByChance(index.find(folded, { floor: matchParameter('match.ask') }))
          .flatMap(({ at, score, reasons }) => {
            const party = parties[at];
            if (!party) return [];
            const there = { key: nameIdentity(party.name, party.country), partyId: party.partyId };
            if (decisions.verdictOf({ key, partyId: null }, there) !== null) return [];
            return [
              { key, rowNumber, incoming, partyId: party.partyId, otherKey: null, other: null, about: 'company' as const, score, reasons },
            ];
          })
          .slice(0, perSupplier);
      });
      await keepProposals(db, batchId, proposals);
    },
    /**
     * A party that the file finds by itself is not the one that another row means by another name: it can still be asked about, never taken by
     * itself. Call it once all is proposed.
     */
    async settle(found: ReadonlySet<string>): Promise<void> {
      await db.$executeRaw`
        UPDATE "MatchProposal" SET "score" = ${below} WHERE "batchId" = ${batchId}::uuid AND "score" > ${below} AND "partyId" = ANY(${[...found]}::uuid[])`;
    },
  };
}

const below = matchParameter('match.automatic') - 0.01;

/**
 * Of several known suppliers that are alike enough to be taken by themselves, the likeliest is taken only where an identifier or the address says so of it
 * alone. Otherwise all are asked about: which of two equals is taken would be chance.
 */
function notByChance<Found extends Comparison>(found: readonly Found[]): Found[] {
  const [first, second] = [...found].sort((a, b) => b.score - a.score);
  if (!first || !second || second.score <= below) return [...found];
  const speaks = ({ reasons }: Comparison) => reasons.includes('same-id') || reasons.includes('same-address');
  if (speaks(first) && !speaks(second)) return [...found];
  return found.map((each) => ({ ...each, score: Math.min(each.score, below) }));
}

/** A question: `partyId` a known supplier, or `otherKey` and `other` another name of a list. */
export type Proposed = {
  key: string;
  rowNumber: number;
  incoming: Incoming;
  partyId: string | null;
  otherKey: string | null;
  other: OtherName | null;
  about: ProposalSubject;
  score: number;
  reasons: unknown;
};

/** Keeps questions; their clusters are written once all are known (`cluster-proposals`). */
export async function keepProposals(db: TenantDb, batchId: string, proposals: readonly Proposed[]): Promise<void> {
  for (let start = 0; start < proposals.length; start += 2_000) {
    const part = JSON.stringify(proposals.slice(start, start + 2_000)).replace(/\\u0000/g, '');
    await db.$executeRaw`
      INSERT INTO "MatchProposal" ("batchId", "nameKey", "rowNumber", "incoming", "partyId", "otherKey", "other", "about", "cluster", "score", "reasons")
      SELECT ${batchId}::uuid, t.key, t."rowNumber", t.incoming, t."partyId", t."otherKey", NULLIF(t.other, 'null'::jsonb), t.about,
        COALESCE(t."otherKey", t."partyId"::text), t.score, t.reasons
      FROM json_to_recordset(${part}::json) AS t(key text, "rowNumber" int, incoming jsonb, "partyId" uuid, "otherKey" text, other jsonb, about text,
        score numeric, reasons jsonb)
      ON CONFLICT DO NOTHING`;
  }
}
