import { addressLikeness, haveSameNumber, likeness, otherAddress, sameAddress } from '~/suppliers/parties/match/compare-places';
import type { MatchReason } from '~/suppliers/parties/match/compare-parties';
import { type AddressParts, foldAddress } from '~/suppliers/parties/match/fold-address';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { foldText } from '~/suppliers/parties/name-key';
import { placeIdentity, siteIdentity } from '~/suppliers/parties/place-identity';
import { placedRecord } from './factory-place';
import type { PlanRow } from './plan';
import type { ImportRecord } from './record';

/** From here on two addresses may be one place. */
export const near = 0.6;
/** A supplier with more places is a list of sites: neither its places nor its namesakes are asked about. */
export const mostPlaces = 30;
const mostNamesakes = 3;

type Place = { rowNumber: number; record: ImportRecord; key: string; isOwn: boolean; address: ReturnType<typeof foldAddress> };
/** Two rows of one supplier name: one site in two spellings, or one name at two addresses. `a` is the later row. */
export type PlacePair = {
  about: 'site' | 'namesake';
  a: PlanRow;
  b: PlanRow;
  aKey: string;
  bKey: string;
  score: number;
  reasons: MatchReason[];
};

/**
 * What rows with equal names and countries leave open: whether two like addresses are one site, and whether a name at two unlike addresses is one
 * company. `isAsked` says of which names. Addresses of the same words are one site unless a person disagrees; the others are asked. Pure.
 */
export function findNearSites(rows: readonly PlanRow[], isAsked: (nameKey: string) => boolean): PlacePair[] {
  const groups = new Map<string, Map<string, Place>>();
  for (const row of rows) {
    const { rowNumber } = row;
    const record = placedRecord(row);
    if (record.address === null) continue;
    const nameKey = nameIdentity(record.supplierName, record.country);
    if (!isAsked(nameKey)) continue;
    const site = record.siteName ?? record.supplierName;
    const key = siteIdentity({ supplier: record.supplierName, country: record.country, site, address: record.address });
    const places = groups.get(nameKey) ?? new Map<string, Place>();
    groups.set(nameKey, places);
    if (places.has(key)) continue;
    const isOwn = foldText(site) === foldText(record.supplierName);
    places.set(key, { rowNumber, record, key, isOwn, address: foldAddress(record.address, record.country) });
  }
  return [...groups.values()].flatMap((group) => {
    const places = [...group.values()].sort((a, b) => a.rowNumber - b.rowNumber);
    return places.length < 2 || places.length > mostPlaces ? [] : pairsOf(places);
  });
}

function pairsOf(places: readonly Place[]): PlacePair[] {
  const pairs: PlacePair[] = [];
  let namesakes = 0;
  const [first] = places;
  places.forEach((here, at) => {
    const found = places
      .slice(0, at)
      .map((there) => ({ there, alike: addressLikeness(here.address, there.address) }))
      .sort((x, y) => (y.alike ?? 0) - (x.alike ?? 0));
    const best = found.find(({ there, alike }) => (alike ?? 0) >= near && mayBeOne(here, there, alike ?? 0));
    if (best) pairs.push(sitePair(here, best.there, best.alike ?? near));
    const isElsewhere = found.length > 0 && found.every(({ alike }) => alike !== null && alike < otherAddress);
    if (first && here.isOwn && first.isOwn && isElsewhere && namesakes < mostNamesakes) {
      namesakes++;
      const keyOf = ({ record }: Place) => placeIdentity(record.supplierName, record.country, record.address);
      const [aKey, bKey] = [keyOf(here), keyOf(first)];
      if (aKey !== null && bKey !== null && aKey !== bKey)
        pairs.push({
          about: 'namesake',
          a: here,
          b: first,
          aKey,
          bKey,
          score: matchParameter('match.otherAddress'),
          reasons: ['same-name', 'other-address'],
        });
    }
  });
  return pairs;
}

const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;

/**
 * Two identifiers of facilities are two sites, and so are two names that are not alike. Two numbers of one's own are asked about where the addresses say one place: a
 * factory that was entered twice has two, and its workers would be counted twice.
 */
function mayBeOne(a: Place, b: Place, alike: number): boolean {
  if (differ(a.record.osId, b.record.osId)) return false;
  if (differ(a.record.externalId, b.record.externalId))
    return a.isOwn && b.isOwn && alike >= sameAddress && haveSameNumber(a.address, b.address);
  return areNamedAlike({ name: a.record.siteName ?? '', isOwn: a.isOwn }, { name: b.record.siteName ?? '', isOwn: b.isOwn });
}

type NamedSite = { name: string; isOwn: boolean };
/** Whether two sites of one supplier can be one by their names: both have that of their supplier, or names alike without other numbers. */
export function areNamedAlike(a: NamedSite, b: NamedSite): boolean {
  if (a.isOwn !== b.isOwn) return false;
  const [left, right] = [foldText(a.name), foldText(b.name)];
  const isNumbered = left.replace(/\D/g, '') !== right.replace(/\D/g, '');
  return a.isOwn || (!isNumbered && likeness(left, right) >= 0.85);
}

/** Whether two addresses are written with the same words and a number in common: one site unless a member decides otherwise. */
export const haveSameWords = (a: AddressParts, b: AddressParts): boolean =>
  a.words.size === b.words.size && [...a.words].every((word) => b.words.has(word)) && haveSameNumber(a, b);

/** The score of two addresses that may be one site: asked, never taken. */
export const askedScore = (alike: number): number => {
  const below = matchParameter('match.automatic') - 0.01;
  return Math.round(Math.min(below, Math.max(matchParameter('match.ask'), alike * 0.9)) * 1e3) / 1e3;
};

function sitePair(a: Place, b: Place, alike: number): PlacePair {
  const isEqual = a.isOwn && haveSameWords(a.address, b.address) && !differ(a.record.externalId, b.record.externalId);
  return {
    ...{ about: 'site' as const, a, b, aKey: a.key, bKey: b.key },
    score: isEqual ? 1 : askedScore(alike),
    reasons: ['same-name', isEqual ? 'same-address' : 'close-address'],
  };
}
