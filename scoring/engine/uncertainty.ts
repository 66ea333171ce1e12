import type { Band, ConfidenceGrade } from '../vocabulary.ts';
import type { Effectiveness } from './control-credit.ts';
import type { Inherent } from './inherent.ts';
import type { Method } from './method.ts';

/** Band of a score 0 to 100 (R8). */
export function bandOf(score: number, { of }: Method): Band {
  const bounds = of['R8.bands'];
  if (score >= bounds.severe) return 'severe';
  if (score >= bounds.high) return 'high';
  if (score >= bounds.elevated) return 'elevated';
  return score >= bounds.moderate ? 'moderate' : 'low';
}

/** Confidence (R8): known weight, share of controls answered, mean evidence and mean freshness multiplied, 0 to 1. Nothing asked is nothing known of controls: 0. */
export function confidenceOf(inherent: Inherent, controls: Effectiveness, { of }: Method): { grade: ConfidenceGrade; value: number } {
  const value = (inherent.reliable / 100) * controls.answeredShare * controls.meanEvidence * controls.meanAge;
  const bounds = of['R8.confidence'];
  return { grade: value >= bounds.high ? 'high' : value >= bounds.medium ? 'medium' : 'low', value };
}

/**
 * The interval (R8): `low` is the smaller of all unknowns at best, with measured values as they stand or at the lower quantile of the draws over their errors;
 * `high` the larger of all unknowns at worst, likewise with the upper quantile; both widened to contain the score. `residual` is the score as a function of inherent points and
 * effectiveness of controls. Unknown controls are at best in `low` and, as in the score itself, at worst in `high`.
 */
export function intervalOf(
  inherent: Inherent,
  controls: Pick<Effectiveness, 'point' | 'best'>,
  residual: (inherent: number, effectiveness: number) => number,
): { low: number; high: number } {
  const score = residual(inherent.point, controls.point);
  return {
    low: Math.max(0, Math.min(score, residual(inherent.low, controls.best), residual(inherent.lower, controls.best))),
    high: Math.min(100, Math.max(score, residual(inherent.high, controls.point), residual(inherent.upper, controls.point))),
  };
}

/** Why no score is given, if so (R8). */
export function refusals(
  inherent: Inherent,
  { of }: Method,
): { code: 'country-unknown' | 'sector-unknown' | 'coverage-below-floor'; text: string }[] {
  const floor = of['R8.floor'];
  const reasons: ReturnType<typeof refusals> = [];
  if (!inherent.country.worst)
    reasons.push({ code: 'country-unknown', text: 'No country is known, or none of its codes is in the tables.' });
  if (!inherent.sector)
    reasons.push({ code: 'sector-unknown', text: 'No sector is known, or its code is not an ISIC Rev.4 division or class.' });
  if (inherent.settled < floor)
    reasons.push({
      code: 'coverage-below-floor',
      text: `${Math.floor(inherent.settled)} of 100 points of weight are known; a score needs ${floor}.`,
    });
  return reasons;
}
