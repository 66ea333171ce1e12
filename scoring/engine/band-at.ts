import type { Band } from '../vocabulary.ts';
import { methodAt } from './method.ts';
import { bandOf } from './uncertainty.ts';

/** The band of any figure of 0 to 100 as of a day (R8), such as a total with what is inherited. Throws RangeError before the first release. */
export function bandAt(score: number, asOf: string): Band {
  return bandOf(score, methodAt(asOf));
}
