import { countryRow } from '#scoring';
import type { ProjectRegion } from '~/lending/deal-record/states';

/**
 * The annual report's region of a country (ISO 3166-1 alpha-2), by the UN's M49 regions: the Americas; Europe, Africa and Western Asia (EMEA); the rest of
 * Asia and Oceania. Null where the country table has none.
 */
export function regionOfCountry(code: string, asOf: string): ProjectRegion | null {
  const row = countryRow(code, asOf);
  switch (row?.region) {
    case 'Americas':
      return 'americas';
    case 'Europe':
    case 'Africa':
      return 'emea';
    case 'Oceania':
      return 'asia-pacific';
    case 'Asia':
      return row.subregion === 'Western Asia' ? 'emea' : 'asia-pacific';
    default:
      return null;
  }
}

export type RegionFound = { kind: 'known'; region: ProjectRegion } | { kind: 'unknown' | 'several' | 'contradicts' };

/** The region of a project: that of all its host countries; if they are in several, the one in the record, which must be one of them. */
export function projectRegion(hostCountries: readonly string[], said: ProjectRegion | null, asOf: string): RegionFound {
  const found = hostCountries.map((code) => regionOfCountry(code, asOf));
  const regions = new Set(found.filter((region) => region !== null));
  if (said !== null) return regions.has(said) || regions.size === 0 ? { kind: 'known', region: said } : { kind: 'contradicts' };
  if (found.length === 0 || found.includes(null)) return { kind: 'unknown' };
  const [only] = regions;
  return regions.size === 1 && only ? { kind: 'known', region: only } : { kind: 'several' };
}
