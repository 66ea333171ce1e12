import type { Assessed, AssessInput, Scored, TraceNode } from '../types.ts';
import { scoreOf } from './score.ts';
import { traceOf } from './trace.ts';
import { workThrough } from './work.ts';

/**
 * Scores one party as of a day (R1 to R6, R8) with the whole calculation as a tree.
 * Points run from 0 to 100, higher is worse. `not-scored` when country or sector is unknown or too little is known.
 * The same input, numbers and tables always give the same result, in whatever order lists come.
 * Throws RangeError when no numbers or tables were released on `asOf`, or when the instrument is not known.
 */
export function assess(input: AssessInput): Assessed {
  const work = workThrough(input);
  return { ...scoreOf(work), trace: traceOf(work) };
}

/** `assess` without the trace, for many parties: the same numbers to the last digit. */
export function scoreMany(inputs: readonly AssessInput[]): Scored[] {
  return inputs.map((input) => scoreOf(workThrough(input)));
}

/** The calculation of one input as a tree, recomputed on demand. */
export function explain(input: AssessInput): TraceNode {
  return traceOf(workThrough(input));
}
