import type { TenantDb } from '~/access/tenant-db.server';
import { readDecisions } from '~/suppliers/duplicates/read-decisions.server';
import { addressLikeness } from '~/suppliers/parties/match/compare-places';
import { foldAddress } from '~/suppliers/parties/match/fold-address';
import { foldText } from '~/suppliers/parties/name-key';
import { siteIdentity } from '~/suppliers/parties/place-identity';
import { placedRecord } from './pipeline/factory-place';
import type { KnownParties, KnownSite } from './pipeline/match';
import { areNamedAlike, askedScore, haveSameWords, mostPlaces, near } from './pipeline/near-sites';
import type { Plan, PlanRow } from './pipeline/plan';
import { identifierOf } from './pipeline/plan-sites';
import type { Proposed } from './propose-matches.server';

/**
 * Sites that a plan would add to known suppliers at an address like one of their sites: the same site under another spelling, or a second one. One
 * whose address has the same words is the same unless a member decides otherwise; the others are asked, and are another site without an
 * answer; so are several addresses for its only site of unknown address. A supplier with more sites than `mostPlaces` is not asked about. One query where there is anything to ask.
 */
export async function proposeKnownSites(db: TenantDb, plan: Plan, planned: readonly PlanRow[], known: KnownParties): Promise<Proposed[]> {
  const fresh = plan.sites.filter(({ partyId }) => partyId === null);
  if (fresh.length === 0 || known.sites.length === 0) return [];
  const suppliers = new Map(
    plan.suppliers.flatMap(({ key, partyId, ...party }) => (partyId === null ? [] : [[key, { partyId, ...party }]])),
  );
  const sitesOf = new Map<string, KnownSite[]>();
  for (const site of known.sites) sitesOf.set(site.supplierPartyId, [...(sitesOf.get(site.supplierPartyId) ?? []), site]);
  const rows = new Map(planned.map((row) => [row.rowNumber, placedRecord(row)]));
  const asked = fresh.flatMap(({ supplierKey, rowNumber }): Proposed[] => {
    const [supplier, record] = [suppliers.get(supplierKey), rows.get(rowNumber)];
    const sites = supplier ? (sitesOf.get(supplier.partyId) ?? []) : [];
    if (!supplier || !record || record.address === null || sites.length > mostPlaces) return [];
    const site = record.siteName ?? record.supplierName;
    const isOwn = foldText(site) === foldText(record.supplierName);
    const here = foldAddress(record.address, record.country);
    const named = sites.filter(({ name }) => foldText(name) === foldText(site));
    // Its only site, of unknown address, is at one of the several addresses that the file has, or at none of them.
    const unplaced = named.length === 1 ? named.filter(({ address, identifier }) => address === null && identifier === null) : [];
    const alike = sites
      .filter(({ identifier }) => identifier === null || identifierOf(record) === null || identifier === identifierOf(record))
      .filter(({ name }) => areNamedAlike({ name: site, isOwn }, { name, isOwn: foldText(name) === foldText(supplier.name) }))
      .map((each) => ({ each, there: foldAddress(each.address, supplier.country) }))
      .map(({ each, there }) => ({ each, there, alike: addressLikeness(here, there) ?? 0 }))
      .filter(({ alike }) => alike >= near)
      .sort((a, b) => b.alike - a.alike)[0];
    const each = alike?.each ?? unplaced[0];
    if (!each) return [];
    const isEqual = alike !== undefined && isOwn && haveSameWords(here, alike.there);
    const shownName = isOwn ? record.supplierName : `${record.supplierName}, ${site}`;
    const knownName = isOwn ? supplier.name : `${supplier.name}, ${each.name}`;
    return [
      {
        key: siteIdentity({ supplier: record.supplierName, country: record.country, site, address: record.address }),
        ...{ rowNumber, partyId: null, about: 'site' as const },
        incoming: { name: shownName, country: record.country, city: record.city, address: record.address },
        otherKey: siteIdentity({ supplier: supplier.name, country: supplier.country, site: each.name, address: each.address }),
        other: { name: knownName, country: supplier.country, city: null, address: each.address, row: null, list: null },
        score: isEqual ? 1 : askedScore(alike?.alike ?? 0),
        reasons: ['same-name', ...(alike === undefined ? [] : [isEqual ? 'same-address' : 'close-address'])],
      },
    ];
  });
  if (asked.length === 0) return [];
  const decisions = await readDecisions(db, { keys: asked.map(({ key }) => key) });
  return asked.filter(
    ({ key, otherKey }) => key !== otherKey && decisions.verdictOf({ key, partyId: null }, { key: otherKey ?? '', partyId: null }) === null,
  );
}
