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

  it('gives every supplier one more than the nearest of those it supplies, in whatever order the links come', () => {
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
});
