import type { TenantDb } from '~/access/tenant-db.server';
import { readDecisions } from '~/suppliers/duplicates/read-decisions.server';
import { addressLikeness, otherAddress } from '~/suppliers/parties/match/compare-places';
import { foldAddress } from '~/suppliers/parties/match/fold-address';
import type { MatchReason } from '~/suppliers/parties/match/compare-parties';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { foldText } from '~/suppliers/parties/name-key';
import { placeIdentity } from '~/suppliers/parties/place-identity';
import type { KnownParties } from './pipeline/match';
import type { Plan, PlannedParty, PlanRow } from './pipeline/plan';
import type { Proposed } from './propose-matches.server';

/** How many places of one name, and how many companies of that name, are asked about. */
const [mostPlaces, mostCompanies] = [3, 5];

/**
 * Rows whose name and country several known suppliers have, and whose address is none of theirs or is missing: which of them, or a new one? Asked for
 * each address apart. Without an answer a new supplier is added.
 * @returns the questions, and the planned suppliers that they are about
 */
export async function proposeSharedNames(
  db: TenantDb,
  plan: Plan,
  planned: readonly PlanRow[],
  known: KnownParties,
): Promise<{ proposals: Proposed[]; asked: ReadonlySet<PlannedParty> }> {
  const named = new Map<string, KnownParties['suppliers'][number][]>();
  for (const supplier of known.suppliers) {
    const key = nameIdentity(supplier.name, supplier.country);
    named.set(key, [...(named.get(key) ?? []), supplier]);
  }
  const companiesOf = ({ name, country }: { name: string; country: string | null }) =>
    country === null ? [] : (named.get(nameIdentity(name, country)) ?? []);
  const asked = new Set(plan.suppliers.filter((supplier) => supplier.partyId === null && companiesOf(supplier).length > 1));
  if (asked.size === 0) return { proposals: [], asked };
  const rowsOf = new Map<string, PlanRow[]>();
  const rows = new Map(planned.map((row) => [row.rowNumber, row]));
  for (const { rowNumber, supplierKey } of plan.rows) {
    const row = rows.get(rowNumber);
    if (row) rowsOf.set(supplierKey, [...(rowsOf.get(supplierKey) ?? []), row]);
  }
  const proposals = [...asked].flatMap((supplier) => {
    const { key, name, country, rowNumber } = supplier;
    const places = new Map<string, { rowNumber: number; city: string | null; address: string | null }>();
    for (const row of rowsOf.get(key) ?? []) {
      if (foldText(row.record.supplierName) !== foldText(name)) continue;
      const place = placeIdentity(name, country, row.record.address) ?? nameIdentity(name, country);
      if (!places.has(place)) places.set(place, { rowNumber: row.rowNumber, city: row.record.city, address: row.record.address });
    }
    // Only mentioned, as a customer or a subcontractor.
    if (places.size === 0) places.set(nameIdentity(name, country), { rowNumber, city: null, address: null });
    return [...places].slice(0, mostPlaces).flatMap(([place, shown]) =>
      companiesOf(supplier)
        .slice(0, mostCompanies)
        .map((company): Proposed => {
          const { score, reasons } = compareAddresses(shown.address, company.partyId, country, known);
          const incoming = { name, country, city: shown.city, address: shown.address };
          return {
            ...{ key: place, rowNumber: shown.rowNumber, incoming, partyId: company.partyId, otherKey: null, other: null },
            ...{ about: 'company' as const, score, reasons },
          };
        }),
    );
  });
  const decisions = await readDecisions(db, { keys: proposals.map(({ key }) => key) });
  return {
    asked,
    proposals: proposals.filter(({ key, partyId, incoming }) => {
      const there = { key: nameIdentity(incoming.name, incoming.country), partyId };
      return decisions.verdictOf({ key, partyId: null }, there) === null;
    }),
  };
}

/** What the address of a row says for one of the companies of its name; never enough to take it without a question. */
function compareAddresses(address: string | null, partyId: string, country: string | null, known: KnownParties) {
  const here = foldAddress(address, country);
  const likeness = known.sites
    .filter(({ supplierPartyId }) => supplierPartyId === partyId)
    .flatMap((site) => addressLikeness(here, foldAddress(site.address, country)) ?? []);
  const alike = likeness.length === 0 ? null : Math.max(...likeness);
  const reasons: MatchReason[] = ['same-name', 'same-country'];
  if (alike !== null && alike >= otherAddress) reasons.push('close-address');
  else if (alike !== null) reasons.push('other-address');
  const below = matchParameter('match.automatic') - 0.01;
  return { score: Math.round((below - (1 - (alike ?? 0.5)) * 0.1) * 1e3) / 1e3, reasons };
}
