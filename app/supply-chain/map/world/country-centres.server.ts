import { geoArea, geoCentroid } from 'd3-geo';
import isoCountries from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import { codeOf, largestPart, readAtlas } from '../world-paths.server';

export type Centre = { longitude: number; latitude: number };
let centres: ReadonlyMap<string, Centre> | undefined;

/** The middle of the largest part of each country by ISO 3166-1 alpha-2, computed once from outlines at 1:50 million. */
export function countryCentres(): ReadonlyMap<string, Centre> {
  centres ??= readCentres();
  return centres;
}

/** ISO 3166-1 number of a country by its alpha-2 code; empty where it has none, as Kosovo. */
export const numericOf = (code: string): string => isoCountries.alpha2ToNumeric(code) ?? '';

function readCentres(): Map<string, Centre> {
  const atlas = readAtlas('countries-50m.json');
  const sizes = new Map<string, number>();
  const made = new Map<string, Centre>();
  for (const country of feature(atlas, atlas.objects.countries).features) {
    const code = codeOf(country);
    if (!code) continue;
    const part = largestPart(country);
    const size = geoArea(part);
    // A few countries are two features of the same number: the larger gives the middle.
    if (size <= (sizes.get(code) ?? 0)) continue;
    const [longitude, latitude] = geoCentroid(part);
    sizes.set(code, size);
    made.set(code, { longitude, latitude });
  }
  return made;
}
