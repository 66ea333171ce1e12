import { methodAt, type Numbers } from '../engine/method.ts';

export type { Numbers } from '../engine/method.ts';

/** The numbers in force on a day (ISO date). @throws RangeError before the first of them */
export const numbersAt = (asOf: string): Numbers => methodAt(asOf).of;
