import { foldText } from '~/suppliers/parties/name-key';
import type { TableShape } from './fields';
import type { KnownParties, KnownSite, Matcher } from './match';
import type { PlannedParty, PlannedSite, PlanRow } from './plan';
import type { ImportRecord } from './record';

const separator = '\u001f';

/** Sites by supplier, name and address; identifiers keep apart what else looks the same, and their absence keeps nothing apart. A row of a table of links, or of an order list, that names no place has none: its key is ''. */
export function planSites(
  rows: readonly PlanRow[],
  supplierKeys: readonly string[],
  suppliers: ReadonlyMap<string, PlannedParty>,
  matcher: Matcher,
  shape: TableShape,
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
    // A row of an order list is a delivery: its factory is a site of its own company, and a supplier without a place has none here.
    const isOrder = record.producer !== null || record.destination.length > 0;
    if ((shape === 'edges' || isOrder) && !hasPlace(record, suppliers.get(supplierKeys[at] ?? ''))) return '';
    const place = places[at] ?? '';
    const identifier = identifierOf(record) ?? onlyIdentifier(identifiers.get(place));
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
