import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRanks, spearman } from './rank-correlation.ts';

const paired = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })), { minLength: 2, maxLength: 30 });
const sides = (list: [number, number][]) => [list.map(([a]) => a), list.map(([, b]) => b)] as const;

describe('mid-ranks', () => {
  it('share the mean of their places', () => {
    expect([...midRanks([10, 20, 20, 5])]).toEqual([2, 3.5, 3.5, 1]);
    expect([...midRanks([1, 1, 1])]).toEqual([2, 2, 2]);
    expect([...midRanks([])]).toEqual([]);
  });

  it('always add up to n(n+1)/2', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 })), (values) => {
        const sum = midRanks(values).reduce((total, each) => total + each, 0);
        expect(sum).toBeCloseTo((values.length * (values.length + 1)) / 2, 9);
      }),
    );
  });
});

describe('rank correlation', () => {
  it('worked example: 1 - 6 * 194 / (10 * 99) without ties', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  it('worked example with ties: ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4', () => {
    expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });

  it('is not known for one value or a constant side, and refuses unequal lengths', () => {
    expect(spearman([1], [1])).toBeNull();
    expect(spearman([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(() => spearman([1], [1, 2])).toThrow(RangeError);
  });

  it('is symmetric, between -1 and 1, and turns round with one side', () => {
    fc.assert(
      fc.property(paired, (list) => {
        const [a, b] = sides(list);
        const found = spearman(a, b);
        expect(spearman(b, a)).toBe(found);
        if (found === null) return;
        expect(Math.abs(found)).toBeLessThanOrEqual(1);
        expect(
          spearman(
            a.map((each) => -each),
            b,
          ),
        ).toBeCloseTo(-found, 12);
      }),
    );
  });

  it('sees order alone: any rising change leaves it, and a thing correlates with itself at 1', () => {
    fc.assert(
      fc.property(paired, (list) => {
        const [a, b] = sides(list);
        expect(
          spearman(
            a.map((each) => Math.exp(each)),
            b,
          ),
        ).toBe(spearman(a, b));
        if (new Set(a).size > 1) expect(spearman(a, a)).toBeCloseTo(1, 12);
      }),
    );
  });
});
