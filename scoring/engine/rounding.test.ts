import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestRemainder, roundToTenth, toTenths } from './rounding.ts';

describe('roundToTenth', () => {
  it.each([
    [0, 0],
    [0.04, 0],
    [0.05, 0.1],
    [0.15, 0.2],
    [0.25, 0.3],
    [47.81, 47.8],
    [99.95, 100],
    [-0.04, 0],
    [-9.85, -9.8],
  ])('rounds %d to %d, halves up', (value, shown) => {
    expect(roundToTenth(value) + 0).toBe(shown);
  });

  it('keeps order', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (a, b) => {
        if (a <= b) expect(toTenths(a)).toBeLessThanOrEqual(toTenths(b));
      }),
    );
  });
});

describe('largestRemainder', () => {
  it('gives the tenth to the largest rest', () => {
    expect(largestRemainder([1.04, 2.07, 3.09])).toEqual([1, 2.1, 3.1]);
    expect(largestRemainder([0.05, 0.05])).toEqual([0.1, 0]);
  });

  it('leaves exact tenths alone, in spite of binary fractions', () => {
    expect(largestRemainder([0.1, 0.2, 0.3, 14.4, 21])).toEqual([0.1, 0.2, 0.3, 14.4, 21]);
    expect(largestRemainder([-0.1, -0.2])).toEqual([-0.1, -0.2]);
  });

  it('reaches a total that is named, without touching lines that are zero', () => {
    expect(largestRemainder([-9.86, 4.08, 0], -57)).toEqual([-9.8, 4.1, 0]);
    expect(largestRemainder([-9.86, 0], -98)).toEqual([-9.8, 0]);
    expect(largestRemainder([0, 0], 0)).toEqual([0, 0]);
  });

  it('adds to the rounded sum, each line within a tenth of its value', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 1, maxLength: 12 }), (values) => {
        const shown = largestRemainder(values);
        const total = values.reduce((sum, each) => sum + each, 0);
        expect(Math.abs(shown.reduce((sum, each) => sum + Math.round(each * 10), 0) - Math.round(total * 10))).toBeLessThanOrEqual(0);
        for (const [index, each] of shown.entries()) expect(Math.abs(each - (values[index] ?? 0))).toBeLessThan(0.1 + 1e-9);
      }),
    );
  });
});
