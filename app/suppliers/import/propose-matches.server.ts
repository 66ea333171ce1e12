import type { TenantDb } from '~/access/tenant-db.server';
import { readDecisions } from '~/suppliers/duplicates/read-decisions.server';
import { readMatchParties } from '~/suppliers/duplicates/read-match-parties.server';
import { foldParty } from '~/suppliers/parties/match/fold-party';
import { buildPartyIndex } from '~/suppliers/parties/match/party-index';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { foldText } from '~/suppliers/parties/name-key';
import { idsOf } from './pipeline/join-by-ids';
import type { KnownParties } from './pipeline/match';
import type { Plan, PlanRow } from './pipeline/plan';
import { proposeNamesakes } from './propose-namesakes.server';
import type { Incoming } from './proposal';

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
      await keep(db, batchId, await proposeNamesakes(db, plan, planned, known));
      const fresh = plan.suppliers.filter(({ partyId }) => partyId === null);
      if (fresh.length === 0) return;
      const decisions = await readDecisions(db, { keys: fresh.map(({ name, country }) => nameIdentity(name, country)) });
      const rows = new Map(planned.map(({ rowNumber, record }) => [rowNumber, record]));
      const proposals = fresh.flatMap(({ name, country, rowNumber }) => {
        const record = rows.get(rowNumber);
        const own = record && foldText(record.supplierName) === foldText(name) ? record : null;
        const incoming: Incoming = { name, country, city: own?.city ?? null, address: own?.address ?? null };
        const key = nameIdentity(name, country);
        const folded = foldParty({ ...incoming, postalCode: own?.postalCode ?? null, ids: own ? idsOf(own) : [] });
        return index
          .find(folded, { floor: matchParameter('match.ask') })
          .flatMap(({ at, score, reasons }) => {
            const party = parties[at];
            if (!party) return [];
            const there = { key: nameIdentity(party.name, party.country), partyId: party.partyId };
            if (decisions.verdictOf({ key, partyId: null }, there) !== null) return [];
            return [{ key, rowNumber, incoming, partyId: party.partyId, score, reasons }];
          })
          .slice(0, perSupplier);
      });
      await keep(db, batchId, proposals);
    },
    /**
     * A party that the file finds by itself is not the one that another row means by another name: it can still be asked about, never taken by
     * itself. Call it once all is proposed.
     */
    async settle(found: ReadonlySet<string>): Promise<void> {
      const below = matchParameter('match.automatic') - 0.01;
      await db.$executeRaw`
        UPDATE "MatchProposal" SET "score" = ${below} WHERE "batchId" = ${batchId}::uuid AND "score" > ${below} AND "partyId" = ANY(${[...found]}::uuid[])`;
    },
  };
}

export type Proposed = { key: string; rowNumber: number; incoming: Incoming; partyId: string; score: number; reasons: unknown };

async function keep(db: TenantDb, batchId: string, proposals: readonly Proposed[]): Promise<void> {
  for (let start = 0; start < proposals.length; start += 2_000) {
    const part = JSON.stringify(proposals.slice(start, start + 2_000)).replace(/\\u0000/g, '');
    await db.$executeRaw`
      INSERT INTO "MatchProposal" ("batchId", "nameKey", "rowNumber", "incoming", "partyId", "cluster", "score", "reasons")
      SELECT ${batchId}::uuid, t.key, t."rowNumber", t.incoming, t."partyId", t."partyId"::text, t.score, t.reasons
      FROM json_to_recordset(${part}::json) AS t(key text, "rowNumber" int, incoming jsonb, "partyId" uuid, score numeric, reasons jsonb)
      ON CONFLICT ("organizationId", "batchId", "nameKey", "partyId") DO NOTHING`;
  }
}
