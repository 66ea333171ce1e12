import { describe, expect, it } from 'vitest';
import { resample } from './bootstrap.ts';
import { listedCountries, outcomes, rankedCountries } from './countries.ts';
import type { CountryFigure } from './country-figures.ts';
import { rankCountries } from './rank-countries.ts';

const asOf = '2026-06-20';
const countries = rankedCountries(asOf);
const drawn = { resamples: resample(countries.length, { draws: 100, seed: 1 }), level: 0.95 };
const listed = listedCountries('forced-labour', asOf);
const figure = (id: string, kind: CountryFigure['kind'], read: (iso2: string, at: number) => number | undefined): CountryFigure => ({
  id,
  kind,
  values: new Map(
    countries.flatMap(({ iso2 }, at) => {
      const value = read(iso2, at);
      return value === undefined ? [] : [[iso2, value] as const];
    }),
  ),
});
const perfect = figure('perfect', 'index', (iso2) => (listed.has(iso2) ? 1 : 0));
const reversed = figure('reversed', 'index', (iso2) => (listed.has(iso2) ? 0 : 1));
const constant = figure('constant', 'ours', () => 1);
const rank = (figures: CountryFigure[]) => rankCountries('forced-labour', { countries, figures, asOf, drawn });

describe('ranking of countries', () => {
  it('gives 1 to the list itself, 0 to its reverse, 0.5 to a constant, and the difference between them', () => {
    const [ours, best, worst] = rank([constant, perfect, reversed]).figures;
    expect(ours).toMatchObject({ within: { value: 0.5, low: 0.5, high: 0.5 }, raw: { value: 0.5 }, difference: null, oursOnSame: null });
    expect(best).toMatchObject({ countries: 186, listed: 42, within: { value: 1, low: 1, high: 1 }, withinTenths: 1 });
    expect(best?.difference).toEqual({ value: -0.5, low: -0.5, high: -0.5 });
    expect(worst).toMatchObject({ within: { value: 0 }, oursOnSame: 0.5, difference: { value: 0.5 } });
  });

  it('leaves out a country without a value, and compares ours on the same countries alone', () => {
    const known = new Set(countries.filter((_, at) => at % 2 === 0).map((each) => each.iso2));
    const half = figure('half', 'index', (iso2) => (known.has(iso2) ? (listed.has(iso2) ? 1 : 0) : undefined));
    const ours = figure('ours', 'ours', (iso2) => (known.has(iso2) ? (listed.has(iso2) ? 1 : 0) : listed.has(iso2) ? 0 : 1));
    const found = rank([ours, half]).figures[1];
    expect(found?.countries).toBe(known.size);
    expect(found).toMatchObject({ within: { value: 1 }, oursOnSame: 1, difference: { value: 0, low: 0, high: 0 } });
  });

  it('is the same whatever the order of countries in a figure', () => {
    for (const outcome of outcomes) {
      const mixed = figure('mixed', 'ours', (_, at) => (at * 7919) % 101);
      const turned = { ...mixed, values: new Map([...mixed.values].reverse()) };
      expect(rankCountries(outcome, { countries, figures: [turned], asOf, drawn })).toEqual(
        rankCountries(outcome, { countries, figures: [mixed], asOf, drawn }),
      );
    }
  });

  it('names what the list names and nobody ranks', () => {
    expect(rank([constant]).outside).toEqual(['KP', 'TW']);
  });
});
