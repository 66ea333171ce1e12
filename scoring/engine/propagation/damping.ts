import type { Method } from '../method.ts';
import { raise, root } from './powers.ts';

/**
 * The numbers of R10 in the form the passes need them. Passes run where the rule is linear: `raise` takes a score there, `root` back, both rising, and
 * Q(n) = max(raise(S(n)), factor x sum of share x Q). `settled` is the relative move of Q below which a node counts as standing still, and `negligible` the
 * move itself: no total is further than `tolerance` points from the fixed point then.
 */
export type Damping = {
  damping: number;
  factor: number;
  tolerance: number;
  settled: number;
  negligible: number;
  raise: (score: number) => number;
  root: (value: number) => number;
  /** The most that `raise` gives. */
  most: number;
  /** Which scores there are. */
  range: { least: number; most: number };
};

/**
 * Reads R10's numbers. Method 1: the p-th power of scores of 0 to 100; a relative move r of Q moves a score by less than 100 r / p points, moves of Q under
 * tolerance^p move it by less than the tolerance. A method may bring its own.
 */
export function dampingOf({ of, damping: own }: Pick<Method, 'of' | 'damping'>): Damping {
  if (own) return own;
  const damping = of['R10.damping'];
  const power = of['R10.power'];
  const tolerance = of['R10.tolerance'];
  const move = tolerance * (1 - damping);
  return {
    ...{ damping, factor: raise(damping, power), tolerance, settled: (move * power) / 100, negligible: raise(move, power) },
    raise: (score) => raise(score, power),
    root: (value) => root(value, power),
    most: raise(100, power),
    range: { least: 0, most: 100 },
  };
}
