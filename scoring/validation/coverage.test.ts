import { describe, expect, it } from 'vitest';
import { coverageWithLies } from './coverage.ts';

describe('the published interval', () => {
  it('holds the truth of 86 to 94 of 100 suppliers, some of whom lie, whatever the seed', () => {
    for (const seed of [1, 2, 3]) {
      const { share } = coverageWithLies('2026-12-01', { parties: 1_000, seed });
      expect(share, `seed ${seed}`).toBeGreaterThanOrEqual(0.86);
      expect(share, `seed ${seed}`).toBeLessThanOrEqual(0.94);
    }
  });
});
