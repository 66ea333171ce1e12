import type { AssessInput, TraceNode } from '../types.ts';
import type { Place } from './ranks.ts';
import { placeList } from './place-list.ts';
import { numbersAt } from './parameters.ts';
import type { Assessed, Scored } from './result.ts';
import { scoreOf } from './score.ts';
import { traceOf } from './trace.ts';
import { workThrough } from './work.ts';

/**
 * Scores one party as of a day (R1 to R8) with the whole calculation as a tree. Ten points double the odds of forced labour against the average worker of the
 * world, who scores 50; higher is worse. `not-scored` only where no country is known.
 * The same input, numbers and tables always give the same result, in whatever order lists come.
 * @throws RangeError when no numbers or tables were released on `asOf`, or when the questionnaire is not known
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

/** A party of a list: its result, and its place among the scored ones; null without a score. */
export type Ranked = { id: string; scored: Scored; place: Place | null };

/**
 * Scores a list and draws it together: the places that each party can have, from draws in which the errors of a country and of a sector are shared.
 * Rows come in the order given; the same list in any order gives the same places.
 * @throws RangeError for inputs of different days, and as `assess`
 */
export function rankList(parties: readonly { id: string; input: AssessInput }[], { asOf }: { asOf: string }): Ranked[] {
  const numbers = numbersAt(asOf);
  const works = parties.map(({ id, input }) => {
    if (input.asOf !== asOf) throw new RangeError(`${id} is of ${input.asOf}, the list of ${asOf}`);
    return { id, work: workThrough(input) };
  });
  const drawables = works.flatMap(({ id, work }) => (work.party ? [{ ...work.party.drawable, id }] : []));
  const places = placeList(drawables, numbers);
  const placeOf = new Map(drawables.map(({ id }, at) => [id, places[at] ?? null]));
  return works.map(({ id, work }) => ({ id, scored: scoreOf(work), place: placeOf.get(id) ?? null }));
}
