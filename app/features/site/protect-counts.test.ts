import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type ProtectedCount, protectCounts, shareSays } from './protect-counts';

describe('small groups', () => {
  it('are not kept as numbers, nor what gives them away', () => {
    expect(protectCounts({ women: 2, men: 98 }, 100)).toEqual({ women: 'under-5', men: 'withheld' });
    expect(protectCounts({ women: 40, men: 60 }, 100)).toEqual({ women: 40, men: 60 });
    expect(protectCounts({ women: 50, men: 48 }, 100)).toEqual({ women: 50, men: 'withheld' });
    expect(protectCounts({ agency: 2 }, 100)).toEqual({ agency: 'under-5' });
    expect(protectCounts({ agency: 98 }, 100)).toEqual({ agency: 'withheld' });
    expect(protectCounts({ agency: 0 }, 100)).toEqual({ agency: 0 });
    expect(protectCounts({ NP: 53, BD: 3, IN: 20 }, null)).toEqual({ NP: 53, BD: 'under-5', IN: 'withheld' });
    expect(protectCounts({ NP: 53, BD: 3, IN: 4 }, null)).toEqual({ NP: 53, BD: 'under-5', IN: 'under-5' });
    expect(protectCounts({ women: null, men: 30 }, 100)).toEqual({ women: null, men: 30 });
  });

  it('cannot be computed back from what is kept and the whole', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(null));
    fc.assert(
      fc.property(fc.record({ a: count, b: count, c: count }), fc.option(fc.integer({ min: 0, max: 20 })), (parts, more) => {
        const sum = Object.values(parts).reduce<number>((all, value) => all + (value ?? 0), 0);
        const total = more === null ? null : sum + more;
        const kept = protectCounts(parts, total);
        const shown = (value: ProtectedCount | null) => (typeof value === 'number' ? value : 0);
        for (const value of Object.values(kept)) if (typeof value === 'number') expect(value === 0 || value >= 5).toBe(true);
        const hidden = (total ?? sum) - Object.values(kept).reduce<number>((all, value) => all + shown(value), 0);
        // What the difference tells is nobody, or at least five; unless nothing at all is shown.
        const isNothingShown = Object.values(kept).every((value) => shown(value) === 0);
        if (!isNothingShown) expect(hidden === 0 || hidden >= 5).toBe(true);
      }),
    );
  });
});

test('a share is not shown where it speaks of fewer than five people, or leaves so few', () => {
  expect([shareSays(0.02, 100), shareSays(0.98, 100), shareSays(0.5, 100), shareSays(0.02, null), shareSays(0, 100)]).toEqual([
    'under-5',
    'withheld',
    'shown',
    'shown',
    'shown',
  ]);
});
