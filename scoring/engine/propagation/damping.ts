import type { Method } from '../method.ts';
import { type Power, raise } from './powers.ts';

/**
 * The numbers of R10 in the form the passes need them. Passes run on the p-th power of scores, where the rule is linear:
 * Q(n) = max(S(n)^p, damping^p x sum of share x Q). `settled` is the relative move of Q below which a node counts as standing still:
 * every node moves less than `tolerance x (1 - damping)` points then, so none is further than `tolerance` from the fixed point.
 */
export type Damping = { damping: number; power: Power; factor: number; tolerance: number; settled: number; negligible: number };

/** Reads R10's numbers. A relative move r of Q moves a score of at most 100 by less than 100 r / p points; moves of Q under tolerance^p move it by less than the tolerance. */
export function dampingOf({ of }: Pick<Method, 'of'>): Damping {
  const damping = of['R10.damping'];
  const power = of['R10.power'];
  const tolerance = of['R10.tolerance'];
  const move = tolerance * (1 - damping);
  return { damping, power, factor: raise(damping, power), tolerance, settled: (move * power) / 100, negligible: raise(move, power) };
}
