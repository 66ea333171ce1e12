import { foldText } from '~/suppliers/parties/name-key';
import { siteIdentity } from '~/suppliers/parties/place-identity';
import type { TableShape } from './fields';
import type { KnownParties, KnownSite, Matcher } from './match';
import type { PlannedParty, PlannedSite, PlanRow } from './plan';
import type { ImportRecord } from './record';

const separator = '\u001f';

type Context = {
  supplierKeys: readonly string[];
  suppliers: ReadonlyMap<string, PlannedParty>;
  matcher: Matcher;
  shape: TableShape;
  /** Pairs of sites (`siteIdentity`) that are one. */
  same: readonly (readonly [string, string])[];
};

/**
 * Sites by supplier, name and address; identifiers keep apart what else looks the same, and their absence keeps nothing apart. A site that has its
 * supplier's name has it in every spelling. A row of a table of links, or of an order list, that names no place has none: its
 * key is ''.
 */
export function planSites(
  rows: readonly PlanRow[],
  { supplierKeys, suppliers, matcher, shape, same }: Context,
): { sites: PlannedSite[]; siteKeys: string[] } {
  const joined = joinSites(same);
  const spelt = new Map<string, { name: string; address: string | null }[]>();
  for (const [site, one] of joined) {
    const [, , siteName = '', address = ''] = site.split('|');
    spelt.set(one, [...(spelt.get(one) ?? []), { name: siteName, address: address || null }]);
  }
  const written = rows.map(({ record }, at) => {
    const one = joined.get(siteOfRecord(record));
    const isOwn = record.siteName === null || foldText(record.siteName) === foldText(record.supplierName);
    const place = one === undefined ? [isOwn ? '' : foldText(record.siteName ?? ''), foldText(record.address ?? '')] : [one, ''];
    return [supplierKeys[at], ...place].join(separator);
  });
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
  const asked = rows.map(({ record }, at) => {
    // A row of an order list is a delivery: its factory is a site of its own company, and a supplier without a place has none here.
    const isOrder = record.producer !== null || record.destination.length > 0;
    if ((shape === 'edges' || isOrder) && !hasPlace(record, suppliers.get(supplierKeys[at] ?? ''))) return null;
    const place = places[at] ?? '';
    const identifier = identifierOf(record) ?? onlyIdentifier(identifiers.get(place));
    return {
      place,
      identifier,
      mayAdopt: (identifiers.get(place)?.size ?? 0) <= 1,
      key: ['site', place, identifier ?? ''].join(separator),
    };
  });
  // One address of a name in the file may be that of a known site without one; of several, which is for a member to say.
  const addresses = new Map<string, Set<string>>();
  const nameOf = (record: ImportRecord, at: number) => [supplierKeys[at], foldText(record.siteName ?? record.supplierName)].join(separator);
  rows.forEach(({ record }, at) => {
    if (record.address === null) return;
    addresses.set(nameOf(record, at), (addresses.get(nameOf(record, at)) ?? new Set()).add(foldText(record.address)));
  });
  // A site that one row of a place finds is that of its other rows.
  const found = new Map<string, KnownSite>();
  rows.forEach(({ record }, at) => {
    const [wanted, supplierPartyId] = [asked[at], suppliers.get(supplierKeys[at] ?? '')?.partyId ?? null];
    if (!wanted || supplierPartyId === null || found.has(wanted.key)) return;
    const { identifier, mayAdopt } = wanted;
    const name = record.siteName ?? record.supplierName;
    const one = joined.get(siteOfRecord(record));
    const mayPlace = addresses.get(nameOf(record, at))?.size === 1;
    const spellings = [{ name, address: record.address }, ...(one === undefined ? [] : (spelt.get(one) ?? []))];
    const known = spellings
      .map((spelling) => matcher.site(supplierPartyId, { ...spelling, identifier, mayAdopt, mayPlace }))
      .find((site) => site !== null);
    if (known) found.set(wanted.key, known);
  });
  const sites = new Map<string, PlannedSite>();
  const siteKeys = rows.map(({ rowNumber, record }, at) => {
    const wanted = asked[at];
    if (!wanted) return '';
    const [known, supplierKey] = [found.get(wanted.key), supplierKeys[at] ?? ''];
    const name = record.siteName ?? record.supplierName;
    const key = known ? `known${separator}${known.partyId}` : wanted.key;
    if (!sites.has(key))
      sites.set(key, { key, partyId: known?.partyId ?? null, supplierKey, name: known?.name ?? name, country: record.country, rowNumber });
    return key;
  });
  return { sites: [...sites.values()], siteKeys };
}

const siteOfRecord = ({ supplierName, country, siteName, address }: ImportRecord) =>
  siteIdentity({ supplier: supplierName, country, site: siteName ?? supplierName, address });

/** Each site that is one with others → the least of them. */
function joinSites(same: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const least = new Map<string, string>();
  const rootOf = (site: string): string => {
    let root = site;
    for (let up = least.get(root); up !== undefined && up !== root; up = least.get(root)) root = up;
    return root;
  };
  for (const [one, other] of same) {
    if (!one.startsWith('site ')) continue;
    const [a = one, b = other] = [rootOf(one), rootOf(other)].sort();
    least.set(a, a);
    least.set(b, a);
  }
  return new Map([...least.keys()].map((site) => [site, rootOf(site)]));
}

/** The known sites of the file's suppliers of which the file does not speak. */
export function sitesNotNamed(
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

/** Whether a row of a table of links describes a site: it has a place, or a number for a new party. */
function hasPlace(record: ImportRecord, supplier: PlannedParty | undefined): boolean {
  if (record.address !== null || record.city !== null || record.lat !== null || record.workers !== null) return true;
  return identifierOf(record) !== null && supplier?.partyId === null;
}

function onlyIdentifier(identifiers: ReadonlySet<string> | undefined): string | null {
  return identifiers?.size === 1 ? ([...identifiers][0] ?? null) : null;
}

/** The identifier that tells two sites apart: the OS ID, else the customer's own number. */
export function identifierOf(record: Pick<ImportRecord, 'osId' | 'externalId'>): string | null {
  return record.osId ?? record.externalId;
}
