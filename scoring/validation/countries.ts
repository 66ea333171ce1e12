import { conventionsOf, countryRowsAt, listedGoods } from '../reference/at.ts';

/** What the list of goods names a country for. Goods made with listed inputs alone do not count: the input may come from elsewhere. */
export const outcomes = ['forced-labour', 'child-labour'] as const;
export type Outcome = (typeof outcomes)[number];

/** A country that is ranked, with the class of its population (0 the smallest) among all of them. */
export type RankedCountry = { iso2: string; population: number; fifth: number; tenth: number };

/** Members of the ILO whose population is held, by code. */
export function rankedCountries(asOf: string): RankedCountry[] {
  const members = countryRowsAt(asOf).flatMap(({ iso2, population2024 }) =>
    population2024 !== null && conventionsOf(iso2, asOf) !== null ? [{ iso2, population: population2024 }] : [],
  );
  const fifths = sizeClasses(members, 5);
  const tenths = sizeClasses(members, 10);
  return members
    .map((each) => ({ ...each, fifth: fifths.get(each.iso2) ?? 0, tenth: tenths.get(each.iso2) ?? 0 }))
    .sort((a, b) => (a.iso2 < b.iso2 ? -1 : 1));
}

/** Classes of like size by population, 0 the smallest: as many countries in each as can be, equal populations by code. */
export function sizeClasses(countries: readonly { iso2: string; population: number }[], classes: number): Map<string, number> {
  const sorted = [...countries].sort((a, b) => a.population - b.population || (a.iso2 < b.iso2 ? -1 : 1));
  return new Map(sorted.map(({ iso2 }, place) => [iso2, classOf(place, sorted.length, classes)]));
}

/** The class whose share of places, from floor(count * class / classes), holds this one. */
function classOf(place: number, count: number, classes: number): number {
  let at = 0;
  while (at + 1 < classes && place >= Math.floor((count * (at + 1)) / classes)) at += 1;
  return at;
}

/** Every country that the list names for the outcome, also those that are not ranked. */
export function listedCountries(outcome: Outcome, asOf: string): Set<string> {
  return new Set(
    listedGoods(asOf)
      .filter((row) => isListedFor(row, outcome))
      .map((row) => row.iso2),
  );
}

/** Whether a row of the list, or of its changes, speaks of the outcome. A flag that is not known is not counted. */
export function isListedFor(row: { childLabour: boolean | null; forcedLabour: boolean | null }, outcome: Outcome): boolean {
  return (outcome === 'forced-labour' ? row.forcedLabour : row.childLabour) === true;
}
