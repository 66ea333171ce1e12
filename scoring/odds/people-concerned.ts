import { probabilityOf } from './points.ts';

/** An order of magnitude of people: at least `from`, fewer than `to`; `to` null has no upper end. */
export const magnitudes = ['none-expected', 'one-or-few', 'tens', 'hundreds', 'thousands', 'ten-thousands'] as const;
export type Magnitude = (typeof magnitudes)[number];
export type PeopleConcerned = {
  /** Workers times probability: an expectation from public evidence, not a count of anybody. */
  expected: number;
  magnitude: Magnitude;
  /** The same at the ends of the interval of the score. */
  low: Magnitude;
  high: Magnitude;
};

/** Words for an expectation of people: an expectation below a half is zero people, which does not mean that none are concerned. */
export function magnitudeOf(expected: number): Magnitude {
  if (expected < 0.5) return 'none-expected';
  if (expected < 10) return 'one-or-few';
  if (expected < 100) return 'tens';
  if (expected < 1_000) return 'hundreds';
  return expected < 10_000 ? 'thousands' : 'ten-thousands';
}

/**
 * The approximate number of people that a score concerns.
 * @param workers people at work there (>= 0); null where not reported: then there is no result
 * @param score with the ends of its 90 % interval
 */
export function peopleConcerned(
  workers: number | null,
  { score, low, high }: { score: number; low: number; high: number },
  worldOdds: number,
): PeopleConcerned | null {
  if (workers === null) return null;
  const at = (value: number) => workers * probabilityOf(value, worldOdds);
  return { expected: at(score), magnitude: magnitudeOf(at(score)), low: magnitudeOf(at(low)), high: magnitudeOf(at(high)) };
}
