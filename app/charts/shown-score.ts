import { bandAt } from './band-line-geometry';

/**
 * A score as shown: a whole number from 0 to 100, that lies in the band of the score (79.6 is high, and so shown as 79). The value itself has no ends and keeps the
 * order of what lies beyond them.
 */
export function shownScore(score: number): number {
  const rounded = Math.round(score);
  const whole = bandAt(rounded) === bandAt(score) ? rounded : Math.floor(score);
  return Math.min(100, Math.max(0, whole));
}
