import type { Band } from '../vocabulary.ts';
import type { Numbers } from './method.ts';

/** Band of a score on the scale of points (R8). */
export function bandOf(score: number, numbers: Numbers): Band {
  const bounds = numbers['R8.bands'];
  if (score >= bounds.severe) return 'severe';
  if (score >= bounds.high) return 'high';
  if (score >= bounds.elevated) return 'elevated';
  return score >= bounds.moderate ? 'moderate' : 'low';
}
