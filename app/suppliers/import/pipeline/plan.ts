import { nameIdentity } from '~/suppliers/parties/name-identity';
import { placeIdentity } from '~/suppliers/parties/place-identity';
import { foldText } from '~/suppliers/parties/name-key';
import type { Mapping } from './fields';
import type { Contradiction } from './contradictions';
import { addSupplier, type Found, findKnown, type Wanted } from './find-known';
import { joinByIds } from './join-by-ids';
import { placedRecord } from './factory-place';
import { buildMatcher, type KnownParties } from './match';
import { planFacts, type PlannedFact } from './plan-facts';
import { Links, linkBuyers, linkOwners, linkTop, namesOwners, type PlannedLink } from './plan-links';
import { Orders, type PlannedOrders } from './plan-orders';
import { identifierOf, planSites, sitesNotNamed } from './plan-sites';
import type { ImportRecord, ListedContact } from './record';
import { linkTiers } from './tier-links';

/** `placed`: what the row says of a factory of another company at the row's place (`factory-place.ts`). */
export type PlanRow = { rowNumber: number; record: ImportRecord; placed?: ImportRecord };
/** `partyId` null: to be created. `rowNumber` is the first row that names the party. `isByName`: found by nothing but its name and country. */
export type PlannedParty = {
  key: string;
  partyId: string | null;
  name: string;
  country: string | null;
  rowNumber: number;
  isByName?: boolean;
};
export type PlannedSite = PlannedParty & { supplierKey: string };
export type Plan = {
  suppliers: PlannedParty[];
  sites: PlannedSite[];
  providers: PlannedParty[];
  links: PlannedLink[];
  orders: PlannedOrders[];
  facts: PlannedFact[];
  contradictions: Contradiction[];
  /** The supplier of each row, by its key. */
  rows: { rowNumber: number; supplierKey: string }[];
  /** People that rows name at their supplier; they are recorded beside the facts. */
  contacts: { supplierKey: string; contact: ListedContact }[];
};

const separator = '\u001f';
const nobody: KnownParties = { suppliers: [], sites: [], providers: [] };

/** What rows of the file are (`fields.ts`), and whether the parties at their top supply the organization. */
export type PlanOptions = Pick<Mapping, 'shape' | 'suppliesUs'> & {
  /** Left out where parties and links are only counted: facts are the larger part of a plan. */
  withoutFacts?: boolean;
};

/**
 * Cleaned rows → the parties, links and facts they say, each once. Pure; the same rows in any order give the same parties and links.
 * Goods and labour flow from `fromKey` to `toKey`; an owner is at `fromKey`. A row of declared tier 2 or more makes no link to the buyer.
 */
export function planImport(
  rows: readonly PlanRow[],
  known: KnownParties = nobody,
  options: PlanOptions = { shape: 'list', suppliesUs: true },
): Plan {
  const sorted = [...rows].sort((a, b) => a.rowNumber - b.rowNumber);
  const matcher = buildMatcher(known);
  const suppliers = new Map<string, PlannedParty>();
  const named = countriesByName(sorted);
  const { joined, identityOf } = joinByIds(
    sorted.map(({ record }) => ({ record, country: countryOf(record, named) })),
    known.same,
  );
  // A list of sites under companies, and a table of links, speak of a supplier by its number before its name.
  const isNumbered = options.shape === 'hierarchy' || options.shape === 'edges';
  const numbers = isNumbered ? numbersByName(sorted) : null;
  const found = new Map<string, Found>();
  const wants = sorted.map(({ rowNumber, record }, at): Wanted => {
    const country = countryOf(record, named);
    const { identity, ...ids } = joined[at] ?? { identity: identityOf(record.supplierName, country), ids: [], lei: null };
    const number = isNumbered ? identifierOf(record) : null;
    const isApart = (numbers?.get(nameIdentity(record.supplierName, record.country))?.size ?? 0) > 1;
    const place = matcher.isApart(record.supplierName, country, record.address)
      ? placeIdentity(record.supplierName, country, record.address)
      : null;
    return {
      name: record.supplierName,
      country,
      address: record.address,
      publicId: record.publicId,
      mayAdopt: isInOneCountry(record.supplierName, named),
      rowNumber,
      number,
      isApart,
      identity: [identity, ...(isApart ? [number ?? ''] : []), ...(place === null ? [] : [place])].join(separator),
      ...ids,
    };
  });
  // An identity stated in one row of a supplier applies to its other rows, but for a name that several known companies have: its rows each mean one of them.
  for (const wanted of wants) {
    const known = findKnown(matcher, wanted);
    if (known && matcher.isShared(wanted.name, wanted.country)) wanted.identity = [wanted.identity, known.supplier.partyId].join(separator);
    if (known && !found.has(wanted.identity)) found.set(wanted.identity, known);
  }
  const supplierKeys = wants.map((wanted) => addSupplier(suppliers, found, wanted));
  const company = (
    name: string,
    near: string | null,
    rowNumber: number,
    stated: string | null = null,
    address: string | null = null,
  ): string => {
    const country = stated ?? countryOfNamed(name, near, named);
    const identity = identityOf(name, country);
    const wanted: Wanted = {
      name,
      country,
      address,
      publicId: null,
      mayAdopt: isInOneCountry(name, named),
      rowNumber,
      number: null,
      isApart: false,
      identity,
      ids: [],
      lei: null,
    };
    const known = found.get(identity) ?? findKnown(matcher, wanted);
    if (known) found.set(identity, known);
    return addSupplier(suppliers, found, wanted);
  };
  const producerKeys = sorted.map(({ rowNumber, record: { producer }, placed }) =>
    producer === null ? null : company(producer.name, null, rowNumber, producer.country, placed?.address ?? null),
  );
  const tierKeys = sorted.map(({ rowNumber, record: { upstream } }) =>
    upstream.map(({ name, country }) => company(name, null, rowNumber, country)),
  );
  // A place is that of the row's supplier, or that of the factory of another company.
  const ownerKeys = sorted.map(({ placed }, at) => (placed ? producerKeys[at] : supplierKeys[at]) ?? '');
  const { sites, siteKeys } = planSites(
    sorted.map((row) => ({ rowNumber: row.rowNumber, record: placedRecord(row) })),
    { supplierKeys: ownerKeys, suppliers, matcher, shape: options.shape, same: known.same ?? [] },
  );
  const providers = new Map<string, PlannedParty>();
  const links = new Links();
  const orders = new Orders();
  sorted.forEach(({ rowNumber, record }, at) => {
    const own = supplierKeys[at] ?? '';
    orders.add(linkBuyers(links, { own, rowNumber, record, options, company, producer: producerKeys[at] ?? null, buyer: known.buyer }), {
      rowNumber,
      record,
    });
    linkTiers(links, own, rowNumber, { record, keys: tierKeys[at] ?? [] });
    if (namesOwners(options.shape)) linkOwners(links, { own, rowNumber, record, company });
    for (const name of record.subcontractors) {
      if (foldText(name) === foldText(record.supplierName)) continue;
      links.add({ kind: 'subcontracts', fromKey: company(name, record.country, rowNumber), toKey: own, rowNumber });
    }
    for (const name of record.labourProviders) {
      const key = `provider${separator}${foldText(name)}`;
      if (!providers.has(key))
        providers.set(key, { key, partyId: matcher.provider(name)?.partyId ?? null, name, country: null, rowNumber });
      links.add({ kind: 'recruits', fromKey: key, toKey: own, rowNumber });
    }
  });
  if (options.suppliesUs) linkTop(links);
  const { facts, contradictions } = options.withoutFacts
    ? { facts: [], contradictions: [] }
    : planFacts(
        sorted.map((row, at) => ({
          ...row,
          supplierKey: supplierKeys[at] ?? '',
          ownerKey: ownerKeys[at] ?? '',
          siteKey: siteKeys[at] ?? '',
          producerKey: producerKeys[at] ?? null,
          tierKeys: tierKeys[at] ?? [],
        })),
        { otherSites: sitesNotNamed(known, sites, suppliers), shape: options.shape, answers: known.answers ?? [] },
      );
  return {
    suppliers: [...suppliers.values()],
    sites,
    providers: [...providers.values()],
    links: links.all(),
    orders: orders.all(),
    rows: sorted.map(({ rowNumber }, at) => ({ rowNumber, supplierKey: supplierKeys[at] ?? '' })),
    contacts: sorted.flatMap(({ record: { contact } }, at) => (contact ? [{ supplierKey: supplierKeys[at] ?? '', contact }] : [])),
    facts,
    contradictions,
  };
}

type Named = ReadonlyMap<string, ReadonlySet<string>>;

/** Folded name → countries in which the file places it. */
function countriesByName(rows: readonly PlanRow[]): Named {
  const named = new Map<string, Set<string>>();
  for (const { record } of rows)
    for (const { name, country } of [{ name: record.supplierName, country: record.country }, ...record.upstream]) {
      const key = foldText(name);
      const countries = named.get(key) ?? new Set();
      if (country !== null) countries.add(country);
      named.set(key, countries);
    }
  return named;
}

/** A row without a country means the one supplier of that name that has one. */
function countryOf(record: ImportRecord, named: Named): string | null {
  return record.country ?? onlyOf(named.get(foldText(record.supplierName)));
}

/** Name and country → the numbers that the file gives it. */
function numbersByName(rows: readonly PlanRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const held = new Map<string, Set<string>>();
  for (const { record } of rows) {
    const number = identifierOf(record);
    const name = nameIdentity(record.supplierName, record.country);
    if (number !== null) held.set(name, (held.get(name) ?? new Set()).add(number));
  }
  return held;
}

/** A company named without a country: the supplier of that name in the file, in the same country when there are several. */
function countryOfNamed(name: string, near: string | null, named: Named): string | null {
  const countries = named.get(foldText(name));
  return near !== null && countries?.has(near) ? near : onlyOf(countries);
}

function isInOneCountry(name: string, named: Named): boolean {
  return (named.get(foldText(name))?.size ?? 0) <= 1;
}

function onlyOf(countries: ReadonlySet<string> | undefined): string | null {
  return countries?.size === 1 ? ([...countries][0] ?? null) : null;
}
