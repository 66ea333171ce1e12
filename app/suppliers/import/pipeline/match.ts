import type { ContradictionAnswer } from './contradictions';
import type { AddedUpKey } from '~/suppliers/fields/definition/import-columns';
import { isOsId } from '~/suppliers/parties/external-ids';
import { addressLikeness } from '~/suppliers/parties/match/compare-places';
import { foldAddress } from '~/suppliers/parties/match/fold-address';
import { foldText } from '~/suppliers/parties/name-key';
import { placeIdentity } from '~/suppliers/parties/place-identity';

/** What the organization already knows about the names in a file. */
export type KnownSupplier = {
  partyId: string;
  name: string;
  publicId: string;
  country: string | null;
  lei?: string | null;
  /** The identifiers of the file (`idKey`) that it or its sites have. */
  ids?: readonly string[];
  /** Names and countries (`nameIdentity`), or a name at an address (`placeIdentity`), that a person once matched with it. */
  learned?: readonly string[];
  /** Its name at these addresses (`placeIdentity`) is another company, as a person decided. */
  apart?: readonly string[];
};
/** People as a number, shares 0 to 1; null is unknown. */
export type Workforce = Record<AddedUpKey, number | null>;
export type KnownSite = Workforce & {
  partyId: string;
  supplierPartyId: string;
  name: string;
  address: string | null;
  identifier: string | null;
};
export type KnownRecruiter = { partyId: string; name: string };
export type KnownParties = {
  suppliers: readonly KnownSupplier[];
  sites: readonly KnownSite[];
  providers: readonly KnownRecruiter[];
  /** Pairs of names (`nameIdentity`) or sites (`siteIdentity`) of lists that are one, by an answer or, in a batch, by itself. */
  same?: readonly (readonly [string, string])[];
  /** A name at these addresses (`placeIdentity`) is another company than the same name elsewhere in a list, as a person decided. */
  placesApart?: readonly string[];
  /** What members answered about contradicting rows. */
  answers?: readonly ContradictionAnswer[];
  /** The organization's own name: a customer of this name is the organization itself. */
  buyer?: string;
};

/**
 * Exact identity only: the folded name (legal form kept) with the country for a supplier, name with address for a site of a supplier.
 * Where several known parties could be meant, none is: nothing is merged by guess. Without an address it is the only site of the name; `mayPlace`: so is one
 * with an address, where that of the known site is unknown.
 */
export type Matcher = {
  /**
   * `mayAdopt`: a known supplier of no known country may be this one, because the file places the name in one country only.
   * `address`: of several companies of this name, the one that has a site there.
   */
  supplier: (
    name: string,
    country: string | null,
    options: { mayAdopt: boolean; lei?: string | null; address?: string | null },
  ) => KnownSupplier | null;
  /** Whether a person decided that this name at this address is another company than the known one. */
  isApart: (name: string, country: string | null, address: string | null) => boolean;
  /** Whether several known companies have this name in this country: a row means none of them unless its address or an answer says which. */
  isShared: (name: string, country: string | null) => boolean;
  /** The supplier with the first of these identifiers that any supplier has. */
  byIds: (ids: readonly string[]) => KnownSupplier | null;
  /** The supplier that a person matched with this name and country, or this name at an address. */
  learned: (identity: string) => KnownSupplier | null;
  byPublicId: (publicId: string) => KnownSupplier | null;
  /** Who has the one site with this number; of several the one that has the name. */
  byIdentifier: (identifier: string, name: string) => KnownSupplier | null;
  site: (
    supplierPartyId: string,
    wanted: { name: string; address: string | null; identifier: string | null; mayAdopt: boolean; mayPlace?: boolean },
  ) => KnownSite | null;
  provider: (name: string) => KnownRecruiter | null;
};

/** From this likeness on, the address of a row is that of a known site: enough to choose among companies of one name. */
const closeAddress = 0.6;

/** Builds the look-ups once; each question afterwards costs one map access. */
export function buildMatcher(known: KnownParties): Matcher {
  const suppliers = groupBy(known.suppliers, ({ name }) => foldText(name));
  const publicIds = new Map(known.suppliers.map((supplier) => [supplier.publicId, supplier]));
  const byId = new Map<string, KnownSupplier[]>();
  const learned = new Map<string, KnownSupplier[]>();
  for (const supplier of known.suppliers) {
    for (const id of supplier.ids ?? []) byId.set(id, [...(byId.get(id) ?? []), supplier]);
    for (const name of supplier.learned ?? []) learned.set(name, [...(learned.get(name) ?? []), supplier]);
  }
  const sites = groupBy(known.sites, (site) => `${site.supplierPartyId}\u001f${foldText(site.name)}\u001f${foldText(site.address ?? '')}`);
  const osSites = groupBy(known.sites, (site) => `${site.supplierPartyId}\u001f${site.identifier ?? ''}`);
  const byPartyId = new Map(known.suppliers.map((supplier) => [supplier.partyId, supplier]));
  const numbered = groupBy(
    known.sites.filter(({ identifier }) => identifier !== null),
    ({ identifier }) => identifier ?? '',
  );
  const sitesOf = groupBy(known.sites, ({ supplierPartyId }) => supplierPartyId);
  const apart = new Set([...known.suppliers.flatMap((supplier) => supplier.apart ?? []), ...(known.placesApart ?? [])]);
  /** Of companies of one name the one with a site at this address; without an address, the one that has none either. */
  const atPlace = (candidates: readonly KnownSupplier[], country: string | null, address: string | null): KnownSupplier | null => {
    const sites = ({ partyId }: KnownSupplier) => sitesOf.get(partyId) ?? [];
    if (address === null) return only(candidates.filter((supplier) => sites(supplier).every((site) => site.address === null)));
    const here = foldAddress(address, country);
    const isHere = (there: string | null) =>
      there !== null &&
      (foldText(there) === foldText(address) || (addressLikeness(here, foldAddress(there, country)) ?? 0) >= closeAddress);
    return only(candidates.filter((supplier) => sites(supplier).some((site) => isHere(site.address))));
  };
  /** The only site of a supplier with this name; with `isAnywhere` also one of a known address. */
  const onlyNamed = (supplierPartyId: string, name: string, isAnywhere: boolean): KnownSite[] => {
    const named = (sitesOf.get(supplierPartyId) ?? []).filter((site) => foldText(site.name) === foldText(name));
    return named.length === 1 && (isAnywhere || named[0]?.address === null) ? named : [];
  };
  const providers = groupBy(known.providers, ({ name }) => foldText(name));
  return {
    isApart: (name, country, address) => {
      const place = apart.size === 0 ? null : placeIdentity(name, country, address);
      return place !== null && apart.has(place);
    },
    supplier: (name, country, { mayAdopt, lei = null, address = null }) => {
      const place = apart.size === 0 ? null : placeIdentity(name, country, address);
      // Another LEI is another legal entity, whatever it is called.
      const named = (suppliers.get(foldText(name)) ?? []).filter(
        (held) => (!lei || !held.lei || held.lei === lei) && (place === null || !held.apart?.includes(place)),
      );
      const placeless = named.filter((supplier) => supplier.country === null);
      // A file that has the name in several countries means none of them by a row without one, known or not.
      if (country === null) return placeless.length > 0 ? only(placeless) : mayAdopt ? only(named) : null;
      const there = named.filter((supplier) => supplier.country === country);
      if (there.length > 1) return atPlace(there, country, address);
      return there.length > 0 || !mayAdopt ? only(there) : only(placeless);
    },
    isShared: (name, country) =>
      country !== null && (suppliers.get(foldText(name)) ?? []).filter((supplier) => supplier.country === country).length > 1,
    byPublicId: (publicId) => publicIds.get(publicId) ?? null,
    byIds: (ids) => {
      for (const id of ids) {
        const held = only(byId.get(id) ?? []);
        if (held) return held;
      }
      return null;
    },
    learned: (identity) => only(learned.get(identity) ?? []),
    byIdentifier: (identifier, name) => {
      const owners = [...new Set((numbered.get(identifier) ?? []).map((site) => site.supplierPartyId))].flatMap(
        (partyId) => byPartyId.get(partyId) ?? [],
      );
      return owners.length > 1 ? only(owners.filter((owner) => foldText(owner.name) === foldText(name))) : only(owners);
    },
    site: (supplierPartyId, { name, address, identifier, mayAdopt, mayPlace = false }) => {
      const placed = identifier !== null && isOsId(identifier) ? only(osSites.get(`${supplierPartyId}\u001f${identifier}`) ?? []) : null;
      if (placed) return placed;
      const held = sites.get(`${supplierPartyId}\u001f${foldText(name)}\u001f${foldText(address ?? '')}`) ?? [];
      const there = held.length > 0 || !(mayPlace || address === null) ? held : onlyNamed(supplierPartyId, name, address === null);
      const unnumbered = there.filter((site) => site.identifier === null);
      if (identifier === null) return unnumbered.length > 0 ? only(unnumbered) : only(there);
      const same = there.filter((site) => site.identifier === identifier);
      return same.length > 0 || !mayAdopt ? only(same) : only(unnumbered);
    },
    provider: (name) => only(providers.get(foldText(name)) ?? []),
  };
}

function only<T>(items: readonly T[]): T | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
