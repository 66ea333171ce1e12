import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type ProtectedCount, protectCounts, shareSays } from './protect-counts';

describe('small groups', () => {
  it('are not stored as numbers, nor the numbers that would reveal them', () => {
    expect(protectCounts({ women: 2, men: 98 }, 100)).toEqual({ women: 'under-5', men: 'withheld' });
    expect(protectCounts({ women: 40, men: 60 }, 100)).toEqual({ women: 40, men: 60 });
    expect(protectCounts({ women: 50, men: 48 }, 100)).toEqual({ women: 50, men: 'withheld' });
    expect(protectCounts({ agency: 2 }, 100)).toEqual({ agency: 'under-5' });
    expect(protectCounts({ agency: 98 }, 100)).toEqual({ agency: 'withheld' });
    expect(protectCounts({ agency: 0 }, 100)).toEqual({ agency: 0 });
    expect(protectCounts({ NP: 53, BD: 3, IN: 20 }, null)).toEqual({ NP: 53, BD: 'under-5', IN: 'withheld' });
    expect(protectCounts({ NP: 53, BD: 3, IN: 4 }, null)).toEqual({ NP: 53, BD: 'under-5', IN: 'under-5' });
    expect(protectCounts({ women: 1, men: 1, other: 0 }, 2)).toEqual({ women: 'withheld', men: 'withheld', other: 'withheld' });
    expect(protectCounts({ women: 1, men: 5 }, 6)).toEqual({ women: 'withheld', men: 'withheld' });
    expect(protectCounts({ women: 4, men: 4 }, 8)).toEqual({ women: 'withheld', men: 'withheld' });
    expect(protectCounts({ women: 4, men: 3 }, 7)).toEqual({ women: 'under-5', men: 'under-5' });
    expect(protectCounts({ women: null, men: 30 }, 100)).toEqual({ women: null, men: 30 });
  });

  describe('T17: a reader who knows the whole and how counts are protected', () => {
    const count = fc.oneof(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 1 }),
      fc.constant(null),
    );
    const given = fc.record({
      parts: fc.record({ a: count, b: count, c: count }),
      others: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(0)),
    });
    type Protect = typeof protectCounts;

    /** How many people a shown count may represent, at least and at most. Where nothing is shown, nothing is known. */
    const range = (value: ProtectedCount | null, total: number, isSilent: boolean): [number, number] => {
      if (typeof value === 'number') return [value, value];
      if (value === 'under-5') return [1, 4];
      return [value === null || isSilent ? 0 : 5, total];
    };
    /** Of each part what is still possible once all add up to the whole; `others`: whether there may be people in no part. */
    const possible = (kept: Record<string, ProtectedCount | null>, total: number, others: boolean) => {
      const isSilent = Object.values(kept).every((value) => value === null || value === 'withheld');
      const ranges = Object.values(kept).map((value) => range(value, total, isSilent));
      return ranges.map(([low, high], at) => {
        const sum = (end: 0 | 1) => ranges.reduce((all, each, other) => all + (other === at ? 0 : each[end]), 0);
        return [others ? low : Math.max(low, total - sum(1)), Math.min(high, total - sum(0))] as const;
      });
    };
    const holds = (protect: Protect) =>
      fc.property(given, ({ parts, others }) => {
        const counts = Object.values(parts);
        const total = counts.reduce<number>((sum, value) => sum + (value ?? 0), 0) + others;
        const kept = protect(parts, total);
        for (const value of Object.values(kept)) if (typeof value === 'number') expect(value === 0 || value >= 5).toBe(true);
        // The reader may know that the parts are the whole, where they are.
        for (const knowsOfOthers of others === 0 ? [true, false] : [true]) {
          const ends = possible(kept, total, knowsOfOthers);
          counts.forEach((value, at) => {
            const [low, high] = ends[at] ?? [0, 0];
            if (value === null) return;
            expect(low <= value && value <= high).toBe(true);
            if (value > 0 && value < 5 && (value < total || counts.length > 1)) expect(high).toBeGreaterThan(low);
          });
        }
        // People in none of the parts are not revealed by difference either: there are none, five or more, or nothing is shown to subtract.
        const shown = Object.values(kept).reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
        if (shown > 0) expect(total - shown === 0 || total - shown >= 5).toBe(true);
      });

    it('learns the size of no group of one to four', () => {
      fc.assert(holds(protectCounts));
    });

    it.each<[string, Protect]>([
      ['keeps small numbers', (parts) => parts],
      [
        'hides small numbers, but not what reveals them by difference',
        (parts) =>
          Object.fromEntries(
            Object.entries(parts).map(([key, value]) => [key, typeof value === 'number' && value > 0 && value < 5 ? 'under-5' : value]),
          ) as ReturnType<Protect>,
      ],
      ['ignores people in no part', (parts) => protectCounts(parts, null)],
    ])('the property finds a program that %s', (_fault, protect) => {
      expect(fc.check(holds(protect), { numRuns: 1000 }).failed).toBe(true);
    });
  });
});

test('a share is not shown where it concerns fewer than five people, or leaves so few', () => {
  expect([shareSays(0.02, 100), shareSays(0.98, 100), shareSays(0.5, 100), shareSays(0.02, null), shareSays(0, 100)]).toEqual([
    'under-5',
    'withheld',
    'shown',
    'shown',
    'shown',
  ]);
});
