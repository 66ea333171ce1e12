import type { TenantDb } from '~/access/tenant-db.server';
import { readDecisions } from '~/features/duplicate/read-decisions.server';
import { readMatchParties } from '~/features/duplicate/read-match-parties.server';
import { foldParty } from '~/features/party/match/fold-party';
import { buildPartyIndex } from '~/features/party/match/party-index';
import { matchParameter } from '~/features/party/match/thresholds';
import { nameIdentity } from '~/features/party/name-identity';
import { foldText } from '~/features/party/name-key';
import { idsOf } from './pipeline/join-by-ids';
import type { Plan, PlanRow } from './pipeline/plan';
import type { Incoming } from './proposal';

/** How many known suppliers one supplier of a file is shown beside. */
const perSupplier = 3;

/**
 * Compares the suppliers that a plan would make with those the organization has, and keeps the pairs that look alike for the matching step, in
 * place of those of an earlier reading. What was answered before is not proposed. Costs a reading of all suppliers, then grows with the new ones.
 */
export async function proposeMatches(db: TenantDb, batch: { batchId: string; plan: Plan; rows: readonly PlanRow[] }): Promise<void> {
  await db.matchProposal.deleteMany({ where: { batchId: batch.batchId } });
  const fresh = batch.plan.suppliers.filter(({ partyId }) => partyId === null);
  if (fresh.length === 0 || (await db.supplier.count({ where: { archivedAt: null }, take: 1 })) === 0) return;
  const parties = await readMatchParties(db);
  const index = buildPartyIndex(parties.map(foldParty));
  const decisions = await readDecisions(db, {
    keys: fresh.map(({ name, country }) => nameIdentity(name, country)),
  });
  const rows = new Map(batch.rows.map(({ rowNumber, record }) => [rowNumber, record]));
  // A party that the file finds by itself is not the one that another row means by another name.
  const taken = new Set(batch.plan.suppliers.flatMap(({ partyId }) => partyId ?? []));
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
        // One that the file names itself can still be asked about, never taken by itself.
        const capped = taken.has(party.partyId) ? Math.min(score, matchParameter('match.automatic') - 0.01) : score;
        return [{ key, rowNumber, incoming, partyId: party.partyId, score: capped, reasons }];
      })
      .slice(0, perSupplier);
  });
  for (let start = 0; start < proposals.length; start += 2_000) {
    const part = JSON.stringify(proposals.slice(start, start + 2_000)).replace(/\\u0000/g, '');
    await db.$executeRaw`
      INSERT INTO "MatchProposal" ("batchId", "nameKey", "rowNumber", "incoming", "partyId", "score", "reasons")
      SELECT ${batch.batchId}::uuid, t.key, t."rowNumber", t.incoming, t."partyId", t.score, t.reasons
      FROM json_to_recordset(${part}::json) AS t(key text, "rowNumber" int, incoming jsonb, "partyId" uuid, score numeric, reasons jsonb)
      ON CONFLICT ("organizationId", "batchId", "nameKey", "partyId") DO NOTHING`;
  }
}
