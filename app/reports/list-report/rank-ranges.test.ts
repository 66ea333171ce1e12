import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankRanges } from './rank-ranges';

test('places that intervals leave open', () => {
  expect(rankRanges([])).toEqual([]);
  const apart = [
    { low: 60, high: 70 },
    { low: 40, high: 50 },
    { low: 45, high: 65 },
  ];
  expect(rankRanges(apart)).toEqual([
    { best: 1, worst: 2 },
    { best: 2, worst: 3 },
    { best: 1, worst: 3 },
  ]);
  // Touching ends are a tie.
  expect(
    rankRanges([
      { low: 1, high: 2 },
      { low: 2, high: 3 },
    ]).map(({ best }) => best),
  ).toEqual([1, 1]);
});

const interval = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

test('are those of comparing each with each', () => {
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 40 }), (all) => {
      const slow = all.map((own) => ({
        best: 1 + all.filter((other) => other.low > own.high).length,
        worst: all.filter((other) => other.high >= own.low).length,
      }));
      expect(rankRanges(all)).toEqual(slow);
    }),
  );
});

test('hold every order of points within the intervals', () => {
  const drawn = fc.array(fc.tuple(interval, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(drawn, (all) => {
      const points = all.map(([{ low, high }, share]) => low + share * (high - low));
      const ranges = rankRanges(all.map(([each]) => each));
      for (const [at, point] of points.entries()) {
        const place = 1 + points.filter((other) => other > point).length;
        expect(place).toBeGreaterThanOrEqual(ranges[at]?.best ?? Infinity);
        expect(place).toBeLessThanOrEqual(ranges[at]?.worst ?? 0);
      }
    }),
  );
});
