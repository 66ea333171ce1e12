import type { Numbers } from '../../engine/method.ts';
import { kept } from '../../engine/kept.ts';
import { pointsPerDoubling, probabilityOf, scoreOf } from '../points.ts';

/**
 * Probabilities while passes run, in single precision: a pass over millions of links waits for memory, and half the bytes take less than half the time. What is
 * read from them at the end is computed in double precision; `Damping.rounding` is what that costs.
 */
export type Powers = Float32Array;

/** Half the distance of neighbouring numbers in single precision, relative. */
const halfStep = 2 ** -24;

/**
 * The numbers of R10 in the form the passes need them. Passes run where the rule is linear: `raise` takes a score to its probability, `root` back, both
 * rising, and Q(n) = max(raise(S(n)), factor x sum of share x Q). `settled` is the relative move of Q below which a node counts as standing still: no total is
 * further than `tolerance` points from the fixed point then. `rounding`: the most points that one rounding of `Powers` moves what a party inherits.
 */
export type Damping = {
  factor: number;
  tolerance: number;
  settled: number;
  rounding: number;
  raise: (score: number) => number;
  root: (value: number) => number;
  /** Which scores there are. */
  range: { least: number; most: number };
};

/** Scores far outside the scale are faults of the caller: 200 points are a million times the odds. */
export const scoreRange = { least: -150, most: 250 };

const made = new WeakMap<Numbers, Damping>();

/**
 * Reads R10's numbers: probabilities of suppliers add up by share, each tier passing on `R10.damping` of them; a party has the larger of its own score and of
 * what it buys. What has no supplier inherits nothing, which is minus infinity on this scale and never shown.
 */
export function dampingOf({ of }: { of: Numbers }): Damping {
  return kept(made, of, () => {
    const factor = of['R10.damping'];
    const tolerance = of['R10.tolerance'];
    const odds = of['R4.world-odds'];
    return {
      ...{ factor, tolerance, range: scoreRange },
      // A relative move r of a small probability is a move of 10 log2(1 + r) points, about 14.4 r.
      settled: (tolerance * (1 - factor) * Math.LN2) / pointsPerDoubling,
      // What is inherited is at most `factor`, so its odds move at most 1 / (1 - factor) times as much as it does, relatively.
      rounding: (halfStep * pointsPerDoubling) / Math.LN2 / (1 - factor),
      raise: (score) => probabilityOf(score, odds),
      root: (value) => (value > 0 ? scoreOf(Math.min(value, 1 - 1e-12), odds) : Number.NEGATIVE_INFINITY),
    };
  });
}
