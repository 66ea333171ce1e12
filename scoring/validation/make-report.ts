import { canonicalJson, sha256 } from '../engine/hash.ts';
import { calibrateBlend, calibrateErrors, errorKinds } from './calibrate-countries.ts';
import { calibrateFacts, calibrateSuppliers, hiddenKinds } from './calibrate-suppliers.ts';
import { resample } from './bootstrap.ts';
import { listedCountries, outcomes, rankedCountries } from './countries.ts';
import { type CountryFigure, countryFigures } from './country-figures.ts';
import { latestInputDay, validationInputs } from './inputs.ts';
import { candidatesThen, rankAdditions } from './rank-additions.ts';
import { type FigureRanking, rankCountries } from './rank-countries.ts';
import { countrySectorPairs, rankPairs } from './rank-pairs.ts';
import type { Compared, ValidationReport } from './schema.ts';
import { rankStability, weightDraws } from './stability.ts';
import { poolsOf } from './synthetic.ts';

/** How the report is made: a seed, the level of the intervals, and how often each thing is drawn. `aims` are what the method hopes for within fifths. */
const settings = {
  seed: 20260101,
  level: 0.95,
  countryDraws: 2000,
  pairDraws: 500,
  hideProbability: 0.5,
  aims: { 'forced-labour': 0.74, 'child-labour': 0.85 },
} as const;
/** Synthetic suppliers and truths, and draws of the weights. */
const counts = { suppliers: { facts: 2000, 'facts-and-answers': 300 }, oneFact: 1000, truths: 50, blends: 2000, weights: 1000 } as const;

/**
 * The validation report of the method as of a day, by default the day on which the last of its inputs came into force. The same inputs give the
 * same report. `compared` is left null: `compareTables` makes it. Throws RangeError before the first release.
 */
export function makeValidationReport(asOf: string = latestInputDay()): ValidationReport {
  const countries = rankedCountries(asOf);
  const codes = countries.map((each) => each.iso2);
  const figures = countryFigures(countries, asOf);
  const drawnCountries = drawn(countries.length, settings.countryDraws);
  const drawnPairs = drawn(countries.length, settings.pairDraws);
  const pairs = countrySectorPairs(countries, asOf);
  const candidates = candidatesThen(countries, asOf);
  const pools = poolsOf(codes, asOf);
  const { seed } = settings;
  return rounded({
    asOf,
    inputs: validationInputs(asOf),
    settings: { ...settings, aims: { ...settings.aims } },
    countries: outcomes.map((outcome) => rankCountries(outcome, { countries, figures, asOf, drawn: drawnCountries })),
    pairs: outcomes.map((outcome) => rankPairs(outcome, { pairs, asOf, drawn: drawnPairs })),
    additions: outcomes.map((outcome) => rankAdditions(outcome, { candidates, asOf, drawn: drawnPairs })),
    calibration: {
      suppliers: hiddenKinds.map((hidden) =>
        calibrateSuppliers(hidden, { pools, asOf, count: counts.suppliers[hidden], seed, probability: settings.hideProbability }),
      ),
      facts: calibrateFacts({ pools, asOf, count: counts.oneFact, seed }),
      errors: errorKinds.map((errors) => calibrateErrors(errors, { countries: codes, asOf, count: counts.truths, seed })),
      blend: calibrateBlend({ countries: codes, asOf, count: counts.blends, seed }),
    },
    stability: weightDraws.map((weights) => rankStability(weights, { countries, asOf, draws: counts.weights, seed })),
    compared: null,
  });
}

/** A table that somebody holds: values by country (alpha-2), higher is worse. */
export type HeldTable = Omit<Compared['tables'][number], 'rankings'> & { values: Map<string, number> };

/** Ranks the countries by tables that the project does not hold, each beside our figure on the same countries. Only the areas are kept. */
export function compareTables(tables: readonly HeldTable[], asOf: string = latestInputDay()): Compared {
  const countries = rankedCountries(asOf);
  const ours = countryFigures(countries, asOf).filter((figure) => figure.kind === 'ours');
  const figures: CountryFigure[] = [...ours, ...tables.map(({ id, values }) => ({ id, kind: 'index' as const, values }))];
  const rankings = outcomes.map((outcome) =>
    rankCountries(outcome, { countries, figures, asOf, drawn: drawn(countries.length, settings.countryDraws) }),
  );
  return rounded({
    oursHash: comparisonHash(asOf),
    tables: tables.map(({ values: _, ...table }) => ({
      ...table,
      rankings: rankings.map(({ outcome, figures: all }) => ({ outcome, figure: figureOf(all, table.id) })),
    })),
  });
}

/** Hash of all that stands on our side of a comparison: population, country figure to nine decimals and what the list names, by country. */
export function comparisonHash(asOf: string): string {
  const countries = rankedCountries(asOf);
  const ours = countryFigures(countries, asOf).find((figure) => figure.kind === 'ours')?.values;
  const listed = outcomes.map((outcome) => listedCountries(outcome, asOf));
  const rows = countries.map(({ iso2, population }) => [
    iso2,
    population,
    ours?.get(iso2)?.toFixed(9) ?? null,
    ...listed.map((each) => each.has(iso2)),
  ]);
  return sha256(canonicalJson(rows));
}

function figureOf(figures: readonly FigureRanking[], id: string): FigureRanking {
  const found = figures.find((each) => each.id === id);
  if (!found) throw new RangeError(`no ranking of ${id}`);
  return found;
}

function drawn(clusters: number, draws: number) {
  return { resamples: resample(clusters, { draws, seed: settings.seed }), level: settings.level };
}

/** Every number of a report to four decimals: what is published can be made again on a machine that rounds its logarithms another way. */
function rounded<T>(report: T): T;
function rounded(report: unknown): unknown {
  if (typeof report === 'number') return Number.isFinite(report) ? Math.round(report * 10_000) / 10_000 : report;
  if (Array.isArray(report)) return report.map((each) => rounded(each));
  if (report !== null && typeof report === 'object')
    return Object.fromEntries(Object.entries(report).map(([key, value]) => [key, rounded(value)]));
  return report;
}
