import type { AssessInput, Scored } from '../../types.ts';
import { type Band, bands } from '../../vocabulary.ts';
import { factColumns } from '../columns/fact-columns.ts';
import { scoreRows } from '../columns/score-columns.ts';
import type { Method } from '../method.ts';
import { scoreOf } from '../score.ts';
import { workThrough } from '../work.ts';

/** Where a party stands by its own risk, points of 100 with one decimal; null where it is not scored. */
export type OwnStanding = { score: number; low: number; high: number; band: Band } | null;

/**
 * Where each party stands under a method, in the order given: the numbers of `assess`. Parties of whom only facts are known go through columns, which is
 * many times faster; the others one by one. All inputs must be of the method's day: throws RangeError otherwise, and as `assess`.
 */
export function scoreUnder(inputs: readonly AssessInput[], method: Method): OwnStanding[] {
  const standings: OwnStanding[] = new Array(inputs.length).fill(null);
  const plain: number[] = [];
  for (const [index, input] of inputs.entries()) {
    if (input.asOf !== method.asOf) throw new RangeError(`an input is of ${input.asOf}, the method of ${method.asOf}`);
    if (isFactsOnly(input)) plain.push(index);
    else standings[index] = standingOf(scoreOf(workThrough(input, method)));
  }
  const { columns, put } = factColumns(plain.length);
  for (const [row, index] of plain.entries()) put(row, inputs[index]?.facts ?? {});
  const scored = scoreRows(columns, { method });
  for (const [row, index] of plain.entries()) {
    const band = bands[scored.band[row] ?? bands.length];
    if (band) standings[index] = { score: scored.score[row] ?? 0, low: scored.low[row] ?? 0, high: scored.high[row] ?? 0, band };
  }
  return standings;
}

/** Whether columns give the same as the whole method. An instrument that was opened already counts, by the doubt about its controls. */
function isFactsOnly({ instrument, answers = [], findings = [], overrides = [], liftings = [] }: AssessInput): boolean {
  return instrument === undefined && answers.length + findings.length + overrides.length + liftings.length === 0;
}

function standingOf(scored: Scored): OwnStanding {
  if (scored.status === 'not-scored') return null;
  const { score, low, high, band } = scored;
  return { score, low, high, band };
}
