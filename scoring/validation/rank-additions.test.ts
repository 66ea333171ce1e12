import { describe, expect, it } from 'vitest';
import { countryShare } from '../engine/country.ts';
import { resample } from './bootstrap.ts';
import { rankedCountries } from './countries.ts';
import { countryFiguresKnownThen } from './known-then.ts';
import { candidatesThen, listThen, rankAdditions } from './rank-additions.ts';
import { countrySectorPairs, listedPairs, rankPairs } from './rank-pairs.ts';

const asOf = '2026-06-20';
const countries = rankedCountries(asOf);
const drawn = { resamples: resample(countries.length, { draws: 20, seed: 1 }), level: 0.95 };

describe('the test in time', () => {
  const candidates = candidatesThen(countries, asOf);
  const valuesOf = (iso2: string, good: string) => candidates.find((each) => each.iso2 === iso2 && each.goods.includes(good))?.values;

  it('knows the edition of 2022: 467 pairs, with what was removed later and without what was added', () => {
    const then = listThen(asOf);
    expect(then.size).toBe(467);
    expect(then.has('KH|Salt')).toBe(true);
    expect(then.has('MU|Garments')).toBe(false);
  });

  it('offers each country every good but those listed for it then, once', () => {
    const keys = candidates.flatMap(({ iso2, goods }) => goods.map((good) => `${iso2}|${good}`));
    expect(new Set(keys).size).toBe(keys.length);
    const then = listThen(asOf);
    expect(keys.some((key) => then.has(key))).toBe(false);
    expect(keys).toContain('MU|Garments');
  });

  it('counts a good listed elsewhere in 2022 as half of a listed one, and a good new in 2024 as none', () => {
    const garments = valuesOf('MU', 'Garments');
    const lithium = valuesOf('ZW', 'Lithium');
    expect((garments?.['with-product-then'] ?? 0) - (garments?.['country-and-sector-then'] ?? 0)).toBeCloseTo(6, 12);
    expect((lithium?.['with-product-then'] ?? 0) - (lithium?.['country-and-sector-then'] ?? 0)).toBe(0);
    expect(garments?.['goods-listed-then']).toBe(0);
  });

  it('ranks 13 additions for forced and 11 for child labour, none for inputs alone', () => {
    const [forced, child] = (['forced-labour', 'child-labour'] as const).map((outcome) =>
      rankAdditions(outcome, { candidates, asOf, drawn }),
    );
    expect([forced?.added, child?.added]).toEqual([13, 11]);
    expect(forced?.countries).not.toContain('NL');
    expect(forced?.candidates).toBe(child?.candidates);
  });

  it('reads for the country figure of then no tier, no displacement and no governance after 2021', () => {
    const then = countryFiguresKnownThen(countries, asOf);
    expect(then.size).toBe(186);
    // Norway by hand: governance of 2021, all of the known conventions ratified, informality as held, no conflict.
    const estimates = [1.738, 1.0886, 1.7954, 1.6286, 1.9079, 2.1083];
    const norway = countryShare('NO', asOf);
    expect(norway?.parts.find((part) => part.id === 'legal')?.share).toBe(0);
    const governance = estimates.reduce((sum, each) => sum + (2.5 - each) / 5, 0) / 6;
    const informality = norway?.parts.find((part) => part.id === 'informality')?.share;
    const weights = 0.35 + 0.15 + 0.075 + (informality === undefined ? 0 : 0.15);
    expect(then.get('NO')).toBeCloseTo((0.35 * governance + 0.15 * (informality ?? 0)) / weights, 12);
  });
});

describe('country-sector pairs', () => {
  const pairs = countrySectorPairs(countries, asOf);

  it('are every ranked country with the 32 divisions that grow, dig or make goods', () => {
    expect(pairs).toHaveLength(186 * 32);
    expect(new Set(pairs.map((each) => `${each.iso2}|${each.division}`)).size).toBe(pairs.length);
  });

  it('carry the points of country and sector and nothing of the product', () => {
    const pair = pairs.find((each) => each.iso2 === 'VN' && each.division === '14');
    expect(pair?.values['country-and-sector']).toBeCloseTo(30 * (countryShare('VN', asOf)?.point ?? 0) + 18 * 0.8, 12);
  });

  it('tell sectors of one country apart by the sector alone, and countries in one sector by the country alone', () => {
    const { figures, listed, outside } = rankPairs('forced-labour', { pairs, asOf, drawn });
    const of = (id: string) => figures.find((each) => each.id === id);
    expect(of('country-and-sector')?.withinCountry).toEqual(of('sector-figure')?.withinCountry);
    expect(of('country-and-sector')?.withinSector).toEqual(of('country-figure')?.withinSector);
    expect(of('country-figure')?.withinCountry).toBeNull();
    expect(listed + outside).toBe(listedPairs('forced-labour', asOf).size);
  });
});
