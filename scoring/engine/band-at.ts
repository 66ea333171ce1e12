import type { Band } from '../vocabulary.ts';
import { methodAt } from './method.ts';
import { bandOf } from './score-band.ts';

/** The band of any score as of a day (R8), such as a total with what is inherited. @throws RangeError before the first release */
export const bandAt = (score: number, asOf: string): Band => bandOf(score, methodAt(asOf).of);
