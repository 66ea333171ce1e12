import { nameIdentity } from '~/suppliers/parties/name-identity';
import { placeIdentity } from '~/suppliers/parties/place-identity';
import type { Joined } from './join-by-ids';
import type { KnownSupplier, Matcher } from './match';
import type { PlannedParty } from './plan';

const separator = '\u001f';

export type Wanted = {
  name: string;
  country: string | null;
  address: string | null;
  publicId: string | null;
  rowNumber: number;
  mayAdopt: boolean;
  /** Asked before the name; null where numbers belong to sites alone. */
  number: string | null;
  /** Others of this name and country have another number. */
  isApart: boolean;
} & Joined;

export type Found = { supplier: KnownSupplier; isByName: boolean };

/** Exact, then learned: our own ID, an identifier in common, the same name and country, or a person's match of this name. */
export function findKnown(matcher: Matcher, wanted: Wanted): Found | null {
  const byId =
    (wanted.publicId === null ? null : matcher.byPublicId(wanted.publicId)) ??
    matcher.byIds(wanted.ids) ??
    (wanted.number === null ? null : matcher.byIdentifier(wanted.number, wanted.name));
  if (byId) return { supplier: byId, isByName: false };
  const byName = wanted.isApart ? null : matcher.supplier(wanted.name, wanted.country, wanted);
  if (byName) return { supplier: byName, isByName: true };
  if (matcher.isApart(wanted.name, wanted.country, wanted.address)) return null;
  const place = placeIdentity(wanted.name, wanted.country, wanted.address);
  // What a name that several companies have means at one address says nothing of another one.
  const isOfAll = place === null || !matcher.isShared(wanted.name, wanted.country);
  const learned =
    (place === null ? null : matcher.learned(place)) ?? (isOfAll ? matcher.learned(nameIdentity(wanted.name, wanted.country)) : null);
  return learned && { supplier: learned, isByName: false };
}

export function addSupplier(suppliers: Map<string, PlannedParty>, found: ReadonlyMap<string, Found>, wanted: Wanted): string {
  const { supplier: known = null, isByName = false } = found.get(wanted.identity) ?? {};
  const key = known ? `known${separator}${known.partyId}` : ['supplier', wanted.identity].join(separator);
  if (!suppliers.has(key)) {
    suppliers.set(key, {
      key,
      partyId: known?.partyId ?? null,
      name: known?.name ?? wanted.name,
      country: wanted.country ?? known?.country ?? null,
      rowNumber: wanted.rowNumber,
      isByName,
    });
  }
  return key;
}
