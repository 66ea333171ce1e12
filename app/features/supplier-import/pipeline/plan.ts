import { foldText } from '~/features/party/name-key';
import { type Joined, joinByIds, nameIdentity } from './join-by-ids';
import { buildMatcher, type KnownParties, type KnownSite, type KnownSupplier, type Matcher } from './match';
import { planFacts, type PlannedFact } from './plan-facts';
import type { ImportRecord } from './record';

export type PlanRow = { rowNumber: number; record: ImportRecord };
/** `partyId` null: to be created. `rowNumber` is the first row that names the party. */
export type PlannedParty = { key: string; partyId: string | null; name: string; country: string | null; rowNumber: number };
export type PlannedSite = PlannedParty & { supplierKey: string };
export type PlannedLink = { kind: 'supplies' | 'subcontracts' | 'recruits'; fromKey: string; toKey: string; rowNumber: number };
export type Plan = {
  suppliers: PlannedParty[];
  sites: PlannedSite[];
  providers: PlannedParty[];
  links: PlannedLink[];
  facts: PlannedFact[];
};

/** Key of the organization itself in a plan. */
export const buyerKey = 'buyer';
const separator = '\u001f';
const nobody: KnownParties = { suppliers: [], sites: [], providers: [] };

/**
 * Cleaned rows → the parties, links and facts they say, each once. Pure; the same rows in any order give the same parties and links.
 * Goods and labour flow from `fromKey` to `toKey`. A row of declared tier 2 or more makes no link to the buyer.
 */
export function planImport(rows: readonly PlanRow[], known: KnownParties = nobody): Plan {
  const sorted = [...rows].sort((a, b) => a.rowNumber - b.rowNumber);
  const matcher = buildMatcher(known);
  const suppliers = new Map<string, PlannedParty>();
  const named = countriesByName(sorted);
  const { joined, identityOf } = joinByIds(sorted.map(({ record }) => ({ record, country: countryOf(record, named) })));
  const found = new Map<string, KnownSupplier>();
  const wants = sorted.map(({ rowNumber, record }, at): Wanted => {
    const country = countryOf(record, named);
    return {
      name: record.supplierName,
      country,
      publicId: record.publicId,
      mayAdopt: isInOneCountry(record.supplierName, named),
      rowNumber,
      ...(joined[at] ?? { identity: identityOf(record.supplierName, country), ids: [], lei: null }),
    };
  });
  // What one row of a supplier tells of who it is holds for its other rows.
  for (const wanted of wants) {
    const known = findKnown(matcher, wanted);
    if (known && !found.has(wanted.identity)) found.set(wanted.identity, known);
  }
  const supplierKeys = wants.map((wanted) => addSupplier(suppliers, found, wanted));
  const addNamed = (name: string, country: string | null, rowNumber: number): string => {
    const identity = identityOf(name, country);
    const wanted: Wanted = {
      name,
      country,
      publicId: null,
      mayAdopt: isInOneCountry(name, named),
      rowNumber,
      identity,
      ids: [],
      lei: null,
    };
    const known = found.get(identity) ?? findKnown(matcher, wanted);
    if (known) found.set(identity, known);
    return addSupplier(suppliers, found, wanted);
  };
  const { sites, siteKeys } = planSites(sorted, supplierKeys, suppliers, matcher);
  const providers = new Map<string, PlannedParty>();
  const links = new Map<string, PlannedLink>();
  const link = (kind: PlannedLink['kind'], fromKey: string, toKey: string, rowNumber: number) => {
    const key = [kind, fromKey, toKey].join(separator);
    if (fromKey !== toKey && !links.has(key)) links.set(key, { kind, fromKey, toKey, rowNumber });
  };
  sorted.forEach(({ rowNumber, record }, at) => {
    const own = supplierKeys[at] ?? '';
    if (record.tier === null || record.tier === 1) link('supplies', own, buyerKey, rowNumber);
    for (const name of record.subcontractors) {
      if (foldText(name) === foldText(record.supplierName)) continue;
      const country = subcontractorCountry(name, record.country, named);
      link('subcontracts', addNamed(name, country, rowNumber), own, rowNumber);
    }
    for (const name of record.labourProviders) {
      const key = `provider${separator}${foldText(name)}`;
      if (!providers.has(key))
        providers.set(key, { key, partyId: matcher.provider(name)?.partyId ?? null, name, country: null, rowNumber });
      link('recruits', key, own, rowNumber);
    }
  });
  return {
    suppliers: [...suppliers.values()],
    sites,
    providers: [...providers.values()],
    links: [...links.values()],
    facts: planFacts(
      sorted.map((row, at) => ({ ...row, supplierKey: supplierKeys[at] ?? '', siteKey: siteKeys[at] ?? '' })),
      sitesNotNamed(known, sites, suppliers),
    ),
  };
}

type Named = ReadonlyMap<string, ReadonlySet<string>>;

/** Folded name → countries in which the file places it. */
function countriesByName(rows: readonly PlanRow[]): Named {
  const named = new Map<string, Set<string>>();
  for (const { record } of rows) {
    const key = foldText(record.supplierName);
    const countries = named.get(key) ?? new Set();
    if (record.country !== null) countries.add(record.country);
    named.set(key, countries);
  }
  return named;
}

/** A row without a country means the one supplier of that name that has one. */
function countryOf(record: ImportRecord, named: Named): string | null {
  return record.country ?? onlyOf(named.get(foldText(record.supplierName)));
}

/** A subcontractor named without a country: the supplier of that name in the file, in the same country when there are several. */
function subcontractorCountry(name: string, near: string | null, named: Named): string | null {
  const countries = named.get(foldText(name));
  return near !== null && countries?.has(near) ? near : onlyOf(countries);
}

function isInOneCountry(name: string, named: Named): boolean {
  return (named.get(foldText(name))?.size ?? 0) <= 1;
}

function onlyOf(countries: ReadonlySet<string> | undefined): string | null {
  return countries?.size === 1 ? ([...countries][0] ?? null) : null;
}

type Wanted = { name: string; country: string | null; publicId: string | null; rowNumber: number; mayAdopt: boolean } & Joined;

/** Exact, then learned: our own ID, an identifier in common, the same name and country, or what a person said this name means. */
function findKnown(matcher: Matcher, wanted: Wanted): KnownSupplier | null {
  return (
    (wanted.publicId === null ? null : matcher.byPublicId(wanted.publicId)) ??
    matcher.byIds(wanted.ids) ??
    matcher.supplier(wanted.name, wanted.country, wanted) ??
    matcher.learned(nameIdentity(wanted.name, wanted.country))
  );
}

function addSupplier(suppliers: Map<string, PlannedParty>, found: ReadonlyMap<string, KnownSupplier>, wanted: Wanted): string {
  const known = found.get(wanted.identity) ?? null;
  const key = known ? `known${separator}${known.partyId}` : ['supplier', wanted.identity].join(separator);
  if (!suppliers.has(key)) {
    suppliers.set(key, {
      key,
      partyId: known?.partyId ?? null,
      name: known?.name ?? wanted.name,
      country: wanted.country ?? known?.country ?? null,
      rowNumber: wanted.rowNumber,
    });
  }
  return key;
}

/** Sites by supplier, name and address; identifiers keep apart what else looks the same, and their absence keeps nothing apart. */
function planSites(
  rows: readonly PlanRow[],
  supplierKeys: readonly string[],
  suppliers: ReadonlyMap<string, PlannedParty>,
  matcher: Matcher,
): { sites: PlannedSite[]; siteKeys: string[] } {
  const written = rows.map(({ record }, at) =>
    [supplierKeys[at], foldText(record.siteName ?? record.supplierName), foldText(record.address ?? '')].join(separator),
  );
  // One OS ID of one supplier is one place, however its name and address are written.
  const placeOfOsId = new Map<string, string>();
  const osKey = (record: ImportRecord, at: number) => [supplierKeys[at], record.osId].join(separator);
  rows.forEach(({ record }, at) => {
    const [place = '', held] = [written[at], placeOfOsId.get(osKey(record, at))];
    if (record.osId && (held === undefined || place < held)) placeOfOsId.set(osKey(record, at), place);
  });
  const places = rows.map(({ record }, at) => (record.osId ? placeOfOsId.get(osKey(record, at)) : undefined) ?? written[at] ?? '');
  const identifiers = new Map<string, Set<string>>();
  rows.forEach(({ record }, at) => {
    const place = places[at] ?? '';
    const held = identifiers.get(place) ?? new Set();
    const identifier = identifierOf(record);
    if (identifier !== null) held.add(identifier);
    identifiers.set(place, held);
  });
  const sites = new Map<string, PlannedSite>();
  const siteKeys = rows.map(({ rowNumber, record }, at) => {
    const place = places[at] ?? '';
    const identifier = identifierOf(record) ?? onlyOf(identifiers.get(place));
    const mayAdopt = (identifiers.get(place)?.size ?? 0) <= 1;
    const supplierKey = supplierKeys[at] ?? '';
    const supplierPartyId = suppliers.get(supplierKey)?.partyId ?? null;
    const name = record.siteName ?? record.supplierName;
    const known = supplierPartyId === null ? null : matcher.site(supplierPartyId, { name, address: record.address, identifier, mayAdopt });
    const key = known ? `known${separator}${known.partyId}` : ['site', place, identifier ?? ''].join(separator);
    if (!sites.has(key))
      sites.set(key, { key, partyId: known?.partyId ?? null, supplierKey, name: known?.name ?? name, country: record.country, rowNumber });
    return key;
  });
  return { sites: [...sites.values()], siteKeys };
}

/** The known sites of the file's suppliers of which the file does not speak. */
function sitesNotNamed(
  known: KnownParties,
  sites: readonly PlannedSite[],
  suppliers: ReadonlyMap<string, PlannedParty>,
): Map<string, KnownSite[]> {
  const named = new Set(sites.map(({ partyId }) => partyId));
  const keys = new Map([...suppliers.values()].map(({ partyId, key }) => [partyId, key]));
  const others = new Map<string, KnownSite[]>();
  for (const site of known.sites) {
    const key = keys.get(site.supplierPartyId);
    if (key !== undefined && !named.has(site.partyId)) others.set(key, [...(others.get(key) ?? []), site]);
  }
  return others;
}

/** The identifier that tells two sites apart: the OS ID, else the customer's own number. */
export function identifierOf(record: Pick<ImportRecord, 'osId' | 'externalId'>): string | null {
  return record.osId ?? record.externalId;
}
