import type { Method } from '../method.ts';
import type { Share } from '../share.ts';

/** Bits of a row's status: why it has no score. 0: scored. */
export const notScoredBits = { 'country-unknown': 1, 'sector-unknown': 2, 'coverage-below-floor': 4 } as const;

/**
 * What components add to the sums of R4 and R8, eight numbers each, one after the other: points, low and high points, known weight, weight that counts
 * towards the floor; for the country alone what the draws move low and high by; for country and sector the bit of `notScoredBits` if it is missing. A component is
 * named by where its numbers begin.
 */
export type Addends = { numbers: Float64Array; used: number; weightedBy: Method };
export const addendsEach = 8;

export function newAddends(method: Method): Addends {
  return { numbers: new Float64Array(addendsEach * 256), used: 0, weightedBy: method };
}

/** Keeps a share as what it adds, multiplied in the very order in which the sum of one party multiplies; answers where it begins. */
export function keepShare(
  kept: Addends,
  share: Share,
  { weight, below = 0, above = 0, missing = 0 }: { weight: number; below?: number; above?: number; missing?: number },
): number {
  const at = kept.used;
  kept.used += addendsEach;
  if (kept.used > kept.numbers.length) {
    const larger = new Float64Array(kept.numbers.length * 2);
    larger.set(kept.numbers);
    kept.numbers = larger;
  }
  const settled = share.known >= kept.weightedBy.of['R8.component-floor'] ? weight : 0;
  kept.numbers.set(
    [weight * share.point, weight * share.low, weight * share.high, weight * share.known, settled, below, above, missing],
    at,
  );
  return at;
}
