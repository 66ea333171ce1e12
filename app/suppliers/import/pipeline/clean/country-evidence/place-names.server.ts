import { type SubdivisionName, subdivisionNames } from '#scoring';
import cities from './cities-2026-12.json';
import { addressParts, foldPlace } from './address-parts';

/** Countries whose subdivisions are in the tables of method 2, by their newest vintage. */
const countries = ['BD', 'BR', 'CN', 'ID', 'IN', 'IT', 'MX', 'MY', 'PK', 'TH', 'TR', 'US', 'VN'];
const newest = '9999-12-31';
/** Places that lists write as countries of their own. */
const apart = new Set(['CN-TW', 'CN-HK', 'CN-MO']);
/** Levels and kinds of names that much else bears. */
const isRead = ({ code, level, kind, name }: SubdivisionName) =>
  !apart.has(code) && !/county|XPCC|organisation/.test(level) && !/do not match|former/.test(kind) && foldPlace(name).length >= 4;

export type NamedPlace = { kind: 'subdivision' | 'city'; name: string; countries: readonly string[] };

let index: { cities: ReadonlyMap<string, readonly string[]>; subdivisions: ReadonlyMap<string, ReadonlySet<string>> } | undefined;

function places() {
  if (index) return index;
  const ofCities = new Map(
    Object.entries(cities.names).flatMap(([codes, names]) => names.split('|').map((name) => [name, codes.split(' ')] as const)),
  );
  const subdivisions = new Map<string, Set<string>>();
  for (const country of countries)
    for (const row of subdivisionNames(country, newest)) {
      if (!isRead(row)) continue;
      for (const name of [
        foldPlace(row.name),
        foldPlace(row.name.replace(/\s+(?:province|sheng|shi|state|division|city|municipality)$/i, '')),
      ]) {
        if (name.length < 4) continue;
        const held = subdivisions.get(name) ?? new Set();
        subdivisions.set(name, held.add(country));
      }
    }
  index = { cities: ofCities, subdivisions };
  return index;
}

/** The countries that have a subdivision or a city of this name, the subdivisions before the cities; null for other text. */
function placeNamed(part: string): NamedPlace | null {
  const { cities: ofCities, subdivisions } = places();
  const city = ofCities.get(part);
  const subdivision = subdivisions.get(part);
  if (subdivision) {
    const all = [...new Set([...subdivision, ...(city ?? [])])];
    return { kind: 'subdivision', name: part, countries: all };
  }
  return city ? { kind: 'city', name: part, countries: city } : null;
}

/** The subdivisions and cities that an address, a town or a region names in a part of its own, or at its end. */
export function placesIn(texts: readonly string[]): NamedPlace[] {
  const found = new Map<string, NamedPlace>();
  for (const text of texts)
    for (const part of addressParts(text)) {
      const place = placeNamed(part);
      if (place) found.set(part, place);
    }
  return [...found.values()];
}
