import { areaOf, prepareRanking, type Ranking } from './area.ts';
import { type Estimate, estimate, type Resamples } from './bootstrap.ts';
import { listedCountries, type Outcome, type RankedCountry } from './countries.ts';
import type { CountryFigure, FigureKind } from './country-figures.ts';

/** How one figure orders the countries that the list names before those that it does not. Areas are 0 to 1; 0.5 is chance. */
export type FigureRanking = {
  id: string;
  kind: FigureKind;
  /** Countries with a value, and those of them that the list names. */
  countries: number;
  listed: number;
  /** The main figure: the area among countries of the same fifth by population. */
  within: Estimate | null;
  raw: Estimate | null;
  /** The area among countries of the same tenth: what is left of size in the fifths. */
  withinTenths: number | null;
  /** Our own figure on the same countries, and ours less this one, within fifths. Null for our own. */
  oursOnSame: number | null;
  difference: Estimate | null;
};

export type CountryRankings = { outcome: Outcome; countries: number; listed: number; outside: string[]; figures: FigureRanking[] };
export type Drawn = { resamples: Resamples; level: number };

type Strata = 'all' | 'fifth' | 'tenth';

/** Ranks the countries by every figure. `ours` is compared with each on the countries that the figure holds, draw by draw. */
export function rankCountries(
  outcome: Outcome,
  {
    countries,
    figures,
    asOf,
    drawn,
  }: { countries: readonly RankedCountry[]; figures: readonly CountryFigure[]; asOf: string; drawn: Drawn },
): CountryRankings {
  const listed = listedCountries(outcome, asOf);
  const ranked = new Set(countries.map((each) => each.iso2));
  const ours = figures.find((each) => each.kind === 'ours');
  return {
    outcome,
    countries: countries.length,
    listed: countries.filter((each) => listed.has(each.iso2)).length,
    outside: [...listed].filter((iso2) => !ranked.has(iso2)).sort(),
    figures: figures.map((figure) => rankOne(figure, { ours, countries, listed, drawn })),
  };
}

function rankOne(
  figure: CountryFigure,
  context: { ours: CountryFigure | undefined; countries: readonly RankedCountry[]; listed: ReadonlySet<string>; drawn: Drawn },
): FigureRanking {
  const { ours, countries, listed, drawn } = context;
  const held = countries.filter((each) => figure.values.has(each.iso2));
  const rank = (values: CountryFigure['values'], strata: Strata) => rankingOf(values, { held, countries, listed, strata });
  const fifths = rank(figure.values, 'fifth');
  const all = rank(figure.values, 'all');
  const other = ours && figure.kind !== 'ours' ? rank(ours.values, 'fifth') : undefined;
  const difference = (weights?: ArrayLike<number>) => {
    const mine = other ? areaOf(other, weights) : null;
    const theirs = areaOf(fifths, weights);
    return mine === null || theirs === null ? null : mine - theirs;
  };
  return {
    id: figure.id,
    kind: figure.kind,
    countries: held.length,
    listed: held.filter((each) => listed.has(each.iso2)).length,
    within: estimate((weights) => areaOf(fifths, weights), drawn),
    raw: estimate((weights) => areaOf(all, weights), drawn),
    withinTenths: areaOf(rank(figure.values, 'tenth')),
    oursOnSame: other ? areaOf(other) : null,
    difference: other ? estimate(difference, drawn) : null,
  };
}

/** The countries that `held` names and the figure has, each its own cluster by its place among all ranked countries. */
function rankingOf(
  values: ReadonlyMap<string, number>,
  context: { held: readonly RankedCountry[]; countries: readonly RankedCountry[]; listed: ReadonlySet<string>; strata: Strata },
): Ranking {
  const { held, countries, listed, strata } = context;
  const places = new Map(countries.map((each, place) => [each.iso2, place]));
  return prepareRanking(
    held.flatMap((each) => {
      const value = values.get(each.iso2);
      if (value === undefined) return [];
      const stratum = strata === 'all' ? 0 : each[strata];
      return [{ value, isListed: listed.has(each.iso2), stratum, cluster: places.get(each.iso2) ?? 0 }];
    }),
  );
}
