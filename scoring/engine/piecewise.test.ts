import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp01, interpolate, step } from './piecewise.ts';

describe('interpolate', () => {
  const points = [
    [0, 0],
    [0.5, 1],
  ] as const;

  it.each([
    [-1, 0],
    [0, 0],
    [0.25, 0.5],
    [0.5, 1],
    [0.9, 1],
  ])('%d gives %d', (input, output) => {
    expect(interpolate(points, input)).toBe(output);
  });

  it('goes through every breakpoint and never falls', () => {
    const rising = fc
      .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 6 })
      .map((inputs) => inputs.sort((a, b) => a - b).map((input, index, all): [number, number] => [input, index / all.length]));
    fc.assert(
      fc.property(
        rising,
        fc.double({ min: -10, max: 110, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (map, input, more) => {
          for (const [at, output] of map) expect(interpolate(map, at)).toBeCloseTo(output, 12);
          expect(interpolate(map, input + more)).toBeGreaterThanOrEqual(interpolate(map, input));
        },
      ),
    );
  });

  it('needs breakpoints', () => {
    expect(() => interpolate([], 1)).toThrow(RangeError);
  });
});

describe('step', () => {
  const steps = [
    [0, 0],
    [0.5, 1],
    [1, 3],
  ] as const;

  it.each([
    [0, 0],
    [0.01, 1],
    [0.5, 1],
    [0.51, 3],
    [1, 3],
    [1.01, 8],
  ])('%d months give %d points: bounds belong to the lower band', (months, points) => {
    expect(step(steps, 8, months)).toBe(points);
  });
});

describe('clamp01', () => {
  it('keeps shares within 0 and 1', () => {
    expect([-0.1, 0, 0.4, 1, 1.7].map(clamp01)).toEqual([0, 0, 0.4, 1, 1]);
  });
});
