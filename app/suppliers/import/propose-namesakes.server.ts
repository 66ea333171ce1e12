import type { TenantDb } from '~/access/tenant-db.server';
import { readDecisions } from '~/suppliers/duplicates/read-decisions.server';
import { addressLikeness, otherAddress } from '~/suppliers/parties/match/compare-places';
import { foldAddress } from '~/suppliers/parties/match/fold-address';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { foldText } from '~/suppliers/parties/name-key';
import { placeIdentity } from '~/suppliers/parties/place-identity';
import type { KnownParties } from './pipeline/match';
import type { Plan, PlanRow } from './pipeline/plan';
import type { Proposed } from './propose-matches.server';

/** How many addresses of one supplier are asked about: a file that names more is a list of its sites. */
const perSupplier = 3;

/**
 * Rows whose name and country are those of a known supplier, at an address unlike all of its sites: another site of it, or another company of
 * the same name. Asked, since neither can be told from the file; without an answer it is a site, as the plan has it. Suppliers with a site of
 * unknown address are not asked about. One query where there is anything to ask.
 */
export async function proposeNamesakes(db: TenantDb, plan: Plan, planned: readonly PlanRow[], known: KnownParties): Promise<Proposed[]> {
  const byName = new Map(
    plan.suppliers.flatMap(({ key, partyId, isByName }) => (partyId !== null && isByName ? [[partyId, key] as const] : [])),
  );
  if (byName.size === 0) return [];
  const suppliers = known.suppliers.filter(({ partyId }) => byName.has(partyId));
  const sites = new Map<string, (ReturnType<typeof foldAddress> | null)[]>();
  for (const { supplierPartyId, address } of known.sites)
    if (byName.has(supplierPartyId))
      sites.set(supplierPartyId, [...(sites.get(supplierPartyId) ?? []), address === null ? null : foldAddress(address, null)]);
  const planOf = new Map(plan.rows.map(({ rowNumber, supplierKey }) => [rowNumber, supplierKey]));
  const rowsOf = new Map<string, PlanRow[]>();
  for (const row of planned) {
    const key = planOf.get(row.rowNumber) ?? '';
    rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
  }
  const asked = suppliers.flatMap((supplier): Proposed[] => {
    const held = sites.get(supplier.partyId) ?? [];
    if (held.length === 0) return [];
    const places = new Map<string, Proposed>();
    for (const { rowNumber, record } of rowsOf.get(byName.get(supplier.partyId) ?? '') ?? []) {
      if (foldText(record.supplierName) !== foldText(supplier.name)) continue;
      const key = placeIdentity(record.supplierName, record.country, record.address);
      // A row that names its site apart lists the sites of the supplier.
      const isSiteList = record.siteName !== null && foldText(record.siteName) !== foldText(record.supplierName);
      if (key === null || isSiteList || (record.country ?? supplier.country) !== supplier.country || places.has(key)) continue;
      const here = foldAddress(record.address, null);
      const isElsewhere = held.every((address) => address !== null && (addressLikeness(here, address) ?? 1) < otherAddress);
      if (!isElsewhere) continue;
      places.set(key, {
        ...{ key, rowNumber, partyId: supplier.partyId, otherKey: null, other: null, about: 'namesake' as const },
        score: matchParameter('match.otherAddress'),
        incoming: { name: record.supplierName, country: record.country, city: record.city, address: record.address },
        reasons: ['same-name', ...(record.country === null ? [] : ['same-country']), 'other-address'],
      });
    }
    return [...places.values()].slice(0, perSupplier);
  });
  if (asked.length === 0) return [];
  const decisions = await readDecisions(db, { keys: asked.map(({ key }) => key) });
  return asked.filter(({ key, partyId, incoming }) => {
    const there = { key: nameIdentity(incoming.name, incoming.country), partyId };
    return decisions.verdictOf({ key, partyId: null }, there) === null;
  });
}
