import { type Band, countryScores, withOwnTables } from '#scoring';

/** The score of a country alone (R1), as its public page shows it unless the organization has editions of tables of its own: points to one decimal, unclamped, with its 90 % interval and band. */
export type CountryFigure = { score: number; low: number; high: number; band: Band };

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Scores of all countries that the method knows on a day, by ISO 3166-1 alpha-2; who is absent is not scored. `countryScores` keeps the last few days asked for. */
export function countryFigures(asOf: string, ownTables: readonly string[] = []): ReadonlyMap<string, CountryFigure> {
  return new Map(
    [...withOwnTables(ownTables, () => countryScores(asOf))].map(([iso2, { score, low, high, band }]) => [
      iso2,
      { score: tenth(score), low: tenth(low), high: tenth(high), band },
    ]),
  );
}
