import type { Method } from './method.ts';
import { clamp01 } from './piecewise.ts';

/** A component before points: share of its maximum, the share if all doubt resolved for the best and for the worst, how much of its weight is known (0-1), and how sure the tables are (0-1). */
export type Share = { point: number; low: number; high: number; known: number; reliability: number };

/** A known share without doubt. */
export function certain(value: number, reliability = 1): Share {
  const point = clamp01(value);
  return { point, low: point, high: point, known: 1, reliability };
}

/** A component nobody told us about (R8): the prior, and never below what was last known. */
export function unknownShare({ of }: Method, lastKnown = 0): Share {
  const prior = of['R8.prior'];
  return { point: Math.max(prior.point, clamp01(lastKnown)), low: prior.low, high: prior.high, known: 0, reliability: 1 };
}
