import { childCountryPoints, childSectorPoints } from '../../odds/child-points.ts';
import { type BlendPart, blendParts } from '../../odds/country-blend.ts';
import { countryPoints } from '../../odds/country-points.ts';
import { numbersAt } from '../../odds/parameters.ts';
import { sectorPoints } from '../../odds/sector-points.ts';
import { isicDivisions } from '../../reference/at.ts';
import { areaOf, prepareRanking, type Ranked, type Ranking } from '../area.ts';
import { type Estimate, estimate, resample } from '../bootstrap.ts';
import { listedCountries, type Outcome, outcomes, rankedCountries } from '../countries.ts';
import { listedPairs } from '../listed-pairs.ts';

/** How well country and sector together order the pairs that the list of goods names, and countries alone; areas of 0 to 1, 0.5 is chance. */
export type ListRanking = {
  outcome: Outcome;
  pairs: { count: number; listed: number; area: Estimate | null; bySector: Estimate | null; byCountry: Estimate | null };
  countries: {
    count: number;
    listed: number;
    area: Estimate | null;
    /** Our figure less each single index, on the countries that the index holds, draw by draw. */
    less: { index: BlendPart; difference: Estimate | null }[];
  };
};

/** Sections whose divisions grow, dig or make goods: the list names goods, so other sectors cannot be on it. */
const goodsSections = ['A', 'B', 'C'];
const level = 0.95;

/**
 * Ranks country-sector pairs and countries for both outcomes within fifths of population, against the list of goods, which neither country nor sector reads.
 * The bootstrap draws countries: pairs of one country are not independent.
 */
export function rankAgainstList(asOf: string, { draws = 200, seed = 1 } = {}): ListRanking[] {
  const numbers = numbersAt(asOf);
  const forced = countryPoints(asOf);
  const child = childCountryPoints(asOf);
  const countries = rankedCountries(asOf).filter(({ iso2 }) => forced.has(iso2) && child.has(iso2));
  const divisions = isicDivisions(asOf).filter(({ section }) => goodsSections.includes(section));
  const drawn = { resamples: resample(countries.length, { draws, seed }), level };
  const area = (ranking: Ranking) => estimate((weights) => areaOf(ranking, weights), drawn);
  return outcomes.map((outcome) => {
    const isForced = outcome === 'forced-labour';
    const ofCountry = (iso2: string) => (isForced ? forced : child).get(iso2)?.points ?? 0;
    const ofSector = (code: string) => (isForced ? sectorPoints(code)?.points : childSectorPoints(code, numbers)) ?? 0;
    const listed = listedPairs(outcome, asOf);
    const rankPairs = (scoreIn: (iso2: string, code: string) => number) =>
      prepareRanking(
        countries.flatMap(({ iso2, fifth }, cluster) =>
          divisions.map(({ code }): Ranked => {
            return { value: scoreIn(iso2, code), isListed: listed.has(`${iso2}|${code}`), stratum: fifth, cluster };
          }),
        ),
      );
    const named = listedCountries(outcome, asOf);
    const rankCountries = (scoreIn: (iso2: string) => number | null) =>
      prepareRanking(
        countries.flatMap(({ iso2, fifth }, cluster): Ranked[] => {
          const value = scoreIn(iso2);
          return value === null ? [] : [{ value, isListed: named.has(iso2), stratum: fifth, cluster }];
        }),
      );
    return {
      outcome,
      pairs: {
        count: countries.length * divisions.length,
        listed: countries.reduce((sum, { iso2 }) => sum + divisions.filter(({ code }) => listed.has(`${iso2}|${code}`)).length, 0),
        area: area(rankPairs((iso2, code) => ofCountry(iso2) + ofSector(code))),
        bySector: area(rankPairs((_, code) => ofSector(code))),
        byCountry: area(rankPairs((iso2) => ofCountry(iso2))),
      },
      countries: {
        count: countries.length,
        listed: countries.filter(({ iso2 }) => named.has(iso2)).length,
        area: area(rankCountries(ofCountry)),
        less: blendParts.map((index) => {
          const held = (iso2: string) => forced.get(iso2)?.blend.find(({ part }) => part === index)?.measure?.value ?? null;
          const [mine, theirs] = [rankCountries((iso2) => (held(iso2) === null ? null : ofCountry(iso2))), rankCountries(held)];
          const difference = (weights?: ArrayLike<number>) => {
            const [ours, other] = [areaOf(mine, weights), areaOf(theirs, weights)];
            return ours === null || other === null ? null : ours - other;
          };
          return { index, difference: estimate(difference, drawn) };
        }),
      },
    };
  });
}
