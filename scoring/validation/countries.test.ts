import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedCountries, rankedCountries, sizeClasses } from './countries.ts';

const asOf = '2026-11-25';

describe('countries that are ranked', () => {
  it('are the 186 members of the ILO with a population, in fifths and tenths of like number', () => {
    const ranked = rankedCountries(asOf);
    expect(ranked).toHaveLength(186);
    const sizes = (key: 'fifth' | 'tenth', classes: number) =>
      Array.from({ length: classes }, (_, at) => ranked.filter((each) => each[key] === at).length);
    expect(sizes('fifth', 5)).toEqual([37, 37, 37, 37, 38]);
    expect(Math.max(...sizes('tenth', 10)) - Math.min(...sizes('tenth', 10))).toBe(1);
    const largest = (fifth: number) => Math.max(...ranked.filter((each) => each.fifth === fifth).map((each) => each.population));
    for (const { fifth, population } of ranked) if (fifth > 0) expect(population).toBeGreaterThanOrEqual(largest(fifth - 1));
  });

  it('hold 42 of the countries listed for forced labour and 75 of those listed for child labour', () => {
    const members = new Set(rankedCountries(asOf).map((each) => each.iso2));
    const forced = listedCountries('forced-labour', asOf);
    const child = listedCountries('child-labour', asOf);
    expect([...forced].filter((each) => members.has(each))).toHaveLength(42);
    expect([...child].filter((each) => members.has(each))).toHaveLength(75);
    expect([...forced].filter((each) => !members.has(each)).sort()).toEqual(['KP', 'TW']);
    expect(child.has('NL')).toBe(false); // cocoa products made with listed inputs
  });
});

describe('classes of size', () => {
  it('part any set so that no class has two more than another and none is out of order', () => {
    const populations = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(populations, fc.integer({ min: 1, max: 10 }), (list, classes) => {
        const countries = list.map((population, at) => ({ iso2: `C${at}`, population }));
        const found = sizeClasses(countries, classes);
        const counts = Array.from({ length: classes }, (_, at) => [...found.values()].filter((each) => each === at).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        for (const a of countries)
          for (const b of countries) if (a.population < b.population) expect(found.get(a.iso2)).toBeLessThanOrEqual(found.get(b.iso2) ?? 0);
      }),
    );
  });
});
