import type { Band } from '#scoring';

/** Bands in rising order with the score at which each begins (rule R8: low < 25, moderate < 45, elevated < 65, high < 80, severe from 80). */
export const bandStarts: readonly { band: Band; from: number }[] = [
  { band: 'low', from: 0 },
  { band: 'moderate', from: 25 },
  { band: 'elevated', from: 45 },
  { band: 'high', from: 65 },
  { band: 'severe', from: 80 },
];

/** The band that a score from 0 to 100 falls in. */
export function bandAt(score: number): Band {
  return bandStarts.findLast((entry) => score >= entry.from)?.band ?? 'low';
}

/**
 * A score as shown: a whole number from 0 to 100, that lies in the band of the score (79.6 is high, and so shown as 79). The value itself has no ends and keeps the
 * order of what lies beyond them.
 */
export function shownScore(score: number): number {
  const rounded = Math.round(score);
  const whole = bandAt(rounded) === bandAt(score) ? rounded : Math.floor(score);
  return Math.min(100, Math.max(0, whole));
}
