import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTiers } from './compute-tiers';

describe('computeTiers', () => {
  it('takes the smallest distance', () => {
    const links = [
      { from: 'a', to: 'buyer' },
      { from: 'b', to: 'a' },
      { from: 'c', to: 'b' },
      { from: 'c', to: 'buyer' },
      { from: 'x', to: 'y' },
    ];
    expect(Object.fromEntries(computeTiers(links, ['buyer']))).toEqual({ a: 1, b: 2, c: 1 });
  });

  it('ends on cycles', () => {
    const links = ['ab', 'bc', 'ca'].map((pair) => ({ from: pair.charAt(0), to: pair.charAt(1) }));
    expect(Object.fromEntries(computeTiers([...links, { from: 'a', to: 'buyer' }], ['buyer']))).toEqual({ a: 1, c: 2, b: 3 });
    expect(computeTiers(links, ['buyer']).size).toBe(0);
  });

  it('gives every supplier one more than the nearest of those it supplies, in any order of links', () => {
    const link = fc.record({ from: fc.integer({ min: 0, max: 20 }).map(String), to: fc.integer({ min: 0, max: 20 }).map(String) });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 80 }), (links) => {
        const tiers = computeTiers(links, ['0']);
        const distance = (party: string) => (party === '0' ? 0 : (tiers.get(party) ?? Number.POSITIVE_INFINITY));
        for (const [party, tier] of tiers) {
          const nearest = Math.min(...links.filter((edge) => edge.from === party).map((edge) => distance(edge.to)));
          expect(tier).toBe(nearest + 1);
        }
        expect(Object.fromEntries(computeTiers([...links].reverse(), ['0']))).toEqual(Object.fromEntries(tiers));
      }),
    );
  });

  it('continues from known distances as if the links behind them were included', () => {
    const party = (min: number, max: number) => fc.integer({ min, max }).map(String);
    // 1 to 9 are known, 10 to 19 new: a new company’s links are all among the new ones, and no known company supplies a new one.
    const old = fc.record({ from: party(1, 9), to: party(0, 9) });
    const fresh = fc.record({ from: party(10, 19), to: party(0, 19) });
    fc.assert(
      fc.property(fc.array(old, { maxLength: 20 }), fc.array(fresh, { maxLength: 30 }), (held, added) => {
        const known = computeTiers(held, ['0']);
        const together = Object.fromEntries(computeTiers([...held, ...added], ['0']));
        expect(Object.fromEntries([...known, ...computeTiers(added, ['0'], known)])).toEqual(together);
      }),
    );
  });
});
