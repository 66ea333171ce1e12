import { findSubdivision, type RecognisedBy } from '#scoring';
import { cleanDegrees } from '~/suppliers/import/pipeline/clean/coordinates';

/**
 * What a place in the calculator was recognised as. `possible`: a name that others bear too, which counts for nothing, as in a supplier's score. `wrong`:
 * coordinates that do not exist.
 */
export type PlaceFound = ({ kind: 'found' | 'possible' } & RecognisedBy) | { kind: 'none' } | { kind: 'no-country' } | { kind: 'wrong' };

type Degrees = { latitude: number; longitude: number };

/** The subdivision of a place: a name, an ISO 3166-2 code, a postal code or a pair of coordinates. */
export function recognisePlace({ iso2, place }: { iso2: string | null; place: string }, asOf: string): PlaceFound {
  const coordinates = readCoordinates(place);
  if (coordinates === 'wrong') return { kind: 'wrong' };
  if (iso2 === null) return { kind: 'no-country' };
  const postalCode = /^\d[\d\s-]{2,10}$/.test(place) ? place.replace(/\s/g, '') : null;
  const where = coordinates ? { coordinates } : postalCode ? { postalCode } : { texts: [place] };
  const found = subdivisionOf(iso2, where, asOf);
  if (!found) return { kind: 'none' };
  const { code, by, matched, certainty } = found;
  return { kind: certainty === 'certain' ? 'found' : 'possible', code, by, matched };
}

/** Null also where no table was in force on the day. */
function subdivisionOf(iso2: string, where: Omit<Parameters<typeof findSubdivision>[0], 'iso2'>, asOf: string) {
  try {
    return findSubdivision({ iso2, ...where }, asOf);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** "39.47, 75.99", "39,47; 75,99", "39.47N 75.99E" or "75.99°E, 39.47°N"; null of other text, `wrong` of degrees that do not exist. */
export function readCoordinates(text: string): Degrees | 'wrong' | null {
  for (const between of [/;/, /,\s+/, /\s+(?=[+\-−\d])/, /,/]) {
    const parts = text.split(between).map((part) => part.trim());
    const [first = '', second = ''] = parts;
    // A pair of whole numbers may be anything.
    if (parts.length !== 2 || !/\d[.,°]/.test(`${first} ${second}`)) continue;
    const isTurned = /[EWO]$/i.test(first) || /[NS]$/i.test(second);
    const latitude = cleanDegrees(isTurned ? second : first, 'lat');
    const longitude = cleanDegrees(isTurned ? first : second, 'lng');
    if (latitude.value !== null && longitude.value !== null) return { latitude: latitude.value, longitude: longitude.value };
    const codes = [...latitude.problems, ...longitude.problems].map(({ code }) => code);
    if (codes.includes('coordinate-out-of-range') && !codes.includes('not-a-coordinate')) return 'wrong';
  }
  return null;
}
