import { type FoundSubdivision, importOrders, type Provenance } from '../reference/at.ts';
import { findSubdivision } from '../odds/find-subdivision.ts';
import type { AlertPlace } from './types.ts';

/** A region of whose goods a law presumes that they are made with forced labour. */
export type PresumedRegion = {
  /** ISO 3166-2. */
  code: string;
  iso2: string;
  name: string;
  /** ISO day from which the presumption applies. */
  since: string;
  law: string;
  /** Key of the row of `import-orders` by which a table names the region; the presumption replaced that order. */
  order: string;
};

/** Public Law 117-78, section 3: in force 180 days after its enactment of 23 December 2021. No other law presumes it of a region today. */
const presumedRegions: readonly PresumedRegion[] = [
  {
    ...{ code: 'CN-XJ', iso2: 'CN', name: 'Xinjiang Uyghur Autonomous Region', since: '2022-06-21' },
    ...{ law: 'Uyghur Forced Labor Prevention Act (Public Law 117-78)', order: '022' },
  },
];

export type RegionFound = { region: PresumedRegion; source: Provenance; found: { place: AlertPlace; by: FoundSubdivision }[] };

/**
 * The regions under a presumption of law that places lie in on a day, each with every place recognised in it, and by what. A place that is recognised
 * nowhere is not therefore elsewhere. Throws RangeError for a day before the first tables.
 */
export function presumedRegionsOf(places: readonly AlertPlace[], asOf: string): RegionFound[] {
  return presumedRegions.flatMap((region) => {
    if (region.since > asOf) return [];
    const here = places.filter(({ country }) => country === region.iso2);
    if (here.length === 0) return [];
    const found = here.flatMap((place) => {
      const { texts, postalCode = null, coordinates = null } = place;
      const by = findSubdivision({ iso2: region.iso2, texts, postalCode, coordinates }, asOf);
      return by?.code === region.code ? [{ place, by }] : [];
    });
    const source = importOrders(asOf).find(({ id }) => id === region.order)?.provenance;
    return found.length === 0 || !source ? [] : [{ region, source, found }];
  });
}
