import { describe, expect, it } from 'vitest';
import { parameterAt } from '../parameters/at.ts';
import { delphiDimensions, delphiIndicators } from '../reference/at.ts';
import { countWeights, isPositive, pointsOf } from './delphi-dimension.ts';

const asOf = '2026-11-25';
const points = parameterAt('R13.points', asOf).value;

/** The full truth table by the least counts that make a dimension positive: positive is whatever holds at least one of these. */
const least: [number, number, number][] = [
  [2, 0, 0],
  [1, 1, 0],
  [1, 0, 1],
  [0, 3, 0],
  [0, 2, 1],
];

describe('the decision rule of a dimension', () => {
  it.each<[number, number, number, boolean]>([
    [0, 0, 0, false],
    [1, 0, 0, false],
    [2, 0, 0, true],
    [1, 1, 0, true],
    [1, 0, 1, true],
    [0, 2, 0, false],
    [0, 3, 0, true],
    [0, 2, 1, true],
    [0, 1, 9, false],
    [0, 0, 20, false],
  ])('%i strong, %i medium, %i weak: %s', (strong, medium, weak, expected) => {
    expect(isPositive({ strong, medium, weak })).toBe(expected);
  });

  it('equals its truth table for every count up to 5 strong, 16 medium, 20 weak', () => {
    for (let strong = 0; strong <= 5; strong += 1)
      for (let medium = 0; medium <= 16; medium += 1)
        for (let weak = 0; weak <= 20; weak += 1)
          expect(isPositive({ strong, medium, weak })).toBe(least.some(([s, m, w]) => strong >= s && medium >= m && weak >= w));
  });

  it('equals the points form while at most two are weak, and not beyond', () => {
    const byPoints = (strong: number, medium: number, weak: number) => pointsOf({ strong, medium, weak }, points) >= points.positive;
    for (let strong = 0; strong <= 4; strong += 1)
      for (let medium = 0; medium <= 14; medium += 1)
        for (let weak = 0; weak <= 2; weak += 1) expect(byPoints(strong, medium, weak)).toBe(isPositive({ strong, medium, weak }));
    expect(byPoints(0, 1, 3)).toBe(true);
    expect(isPositive({ strong: 0, medium: 1, weak: 3 })).toBe(false);
  });

  it.each(['adults', 'children'] as const)('holds over every set of indicators of every dimension on the list for %s', (list) => {
    for (const dimension of delphiDimensions) {
      const weights = delphiIndicators(list, asOf)
        .filter((each) => each.dimension === dimension)
        .map(({ weight }) => weight);
      expect(weights.filter((weight) => weight === 'weak').length).toBeLessThanOrEqual(2);
      let wrong = 0;
      for (let set = 0; set < 2 ** weights.length; set += 1) {
        const counts = countWeights(weights.filter((_, index) => (set >> index) & 1));
        if (isPositive(counts) !== pointsOf(counts, points) >= points.positive) wrong += 1;
      }
      expect(wrong).toBe(0);
    }
  });
});

describe('the lists', () => {
  it('hold the numbers of indicators that independent records count', () => {
    const sizes = (list: 'adults' | 'children') =>
      delphiDimensions.map((dimension) => delphiIndicators(list, asOf).filter((each) => each.dimension === dimension).length);
    expect(sizes('adults')).toEqual([10, 10, 16, 9, 15, 7]);
    expect(sizes('children')).toEqual([10, 10, 15, 8, 15, 7]);
  });

  it('hold the strong, medium and weak of adults', () => {
    const counts = delphiDimensions.map((dimension) =>
      countWeights(
        delphiIndicators('adults', asOf)
          .filter((each) => each.dimension === dimension)
          .map(({ weight }) => weight),
      ),
    );
    expect(counts.map(({ strong, medium, weak }) => [strong, medium, weak])).toEqual([
      [1, 8, 1],
      [1, 9, 0],
      [0, 14, 2],
      [1, 7, 1],
      [4, 10, 1],
      [0, 5, 2],
    ]);
    expect(countWeights(delphiIndicators('children', asOf).map(({ weight }) => weight)).weak).toBe(0);
  });

  it('mark the weights that are not confirmed', () => {
    const unconfirmed = delphiIndicators('adults', asOf).filter(({ provenance }) => provenance.confidence === 'memory');
    expect(unconfirmed.map(({ code }) => code)).toEqual(['D3.13', 'D3.14']);
  });
});
