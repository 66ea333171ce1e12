import { scoreMany } from '../engine/assess.ts';
import { type FactField, factColumns, factFields } from '../engine/columns/fact-columns.ts';
import { scoreColumns } from '../engine/columns/score-columns.ts';
import { quantiles, seededUniform, seedFor } from '../engine/draws.ts';
import type { AssessInput, PartyFacts } from '../types.ts';
import { hideAnswers, hideFacts, type Pools, synthesizeAnswers, synthesizeFacts } from './synthetic.ts';

/** What is hidden from suppliers whose truth is known: facts, or facts and answers of a questionnaire. */
export const hiddenKinds = ['facts', 'facts-and-answers'] as const;
export type HiddenKind = (typeof hiddenKinds)[number];

/**
 * How often the interval of what is left held the score of the whole truth, in points of 100.
 * `enough`: the part of the interval, drawn together around the point, that would have held nine in ten.
 */
export type SupplierCalibration = {
  hidden: HiddenKind;
  suppliers: number;
  notScored: number;
  coverage: number;
  below: number;
  above: number;
  width: number;
  bias: number;
  error: number;
  enough: number;
};

/** The same for one fact that alone is hidden. */
export type FactCalibration = Pick<SupplierCalibration, 'suppliers' | 'coverage' | 'width' | 'error'> & { fact: FactField };

type Draws = { pools: Pools; asOf: string; count: number; seed: number };
type Shown = { score: number; low: number; high: number };
type Pair = { truth: number; seen: Shown };
const instrumentKey = 'ilo-ten-principles@1.0.0';

/** Draws suppliers with known truth, hides each fact (and answer) with the probability given, and counts. Those that get no score are counted apart. */
export function calibrateSuppliers(hidden: HiddenKind, { probability, ...draws }: Draws & { probability: number }): SupplierCalibration {
  const { pools, asOf, count, seed } = draws;
  const uniform = seededUniform(seedFor(seed, hidden));
  const whole: AssessInput[] = [];
  const partial: AssessInput[] = [];
  for (let at = 0; at < count; at += 1) {
    const facts = synthesizeFacts(pools, uniform);
    const left = hideFacts(facts, probability, uniform);
    const answers = hidden === 'facts' ? undefined : synthesizeAnswers(instrumentKey, asOf, uniform);
    whole.push({ asOf, facts, ...(answers && { instrument: instrumentKey, answers }) });
    partial.push({ asOf, facts: left, ...(answers && { instrument: instrumentKey, answers: hideAnswers(answers, probability, uniform) }) });
  }
  const pairs = pairUp(scoreAll(whole, asOf), scoreAll(partial, asOf));
  return { hidden, suppliers: pairs.length, notScored: count - pairs.length, ...summarize(pairs) };
}

/** Hides one fact at a time, country and sector apart: without them there is no score. */
export function calibrateFacts({ pools, asOf, count, seed }: Draws): FactCalibration[] {
  const uniform = seededUniform(seedFor(seed, 'one fact'));
  const whole = Array.from({ length: count }, () => synthesizeFacts(pools, uniform));
  const truths = scoreFacts(whole, asOf);
  return factFields
    .filter((field) => field !== 'countries' && field !== 'sector')
    .map((fact) => {
      const partial = whole.map(({ [fact]: _, ...left }): PartyFacts => left);
      const pairs = pairUp(truths, scoreFacts(partial, asOf));
      const { coverage, width, error } = summarize(pairs);
      return { fact, suppliers: pairs.length, coverage, width, error };
    });
}

function scoreAll(inputs: readonly AssessInput[], asOf: string): (Shown | null)[] {
  if (inputs.every((each) => each.answers === undefined))
    return scoreFacts(
      inputs.map((each) => each.facts),
      asOf,
    );
  return scoreMany([...inputs]).map((each) => (each.status === 'scored' ? each : null));
}

function scoreFacts(list: readonly PartyFacts[], asOf: string): (Shown | null)[] {
  const { columns, put } = factColumns(list.length);
  for (const [row, facts] of list.entries()) put(row, facts);
  const { score, low, high } = scoreColumns(columns, { asOf });
  return list.map((_, row) => {
    const point = score[row] ?? Number.NaN;
    return Number.isNaN(point) ? null : { score: point, low: low[row] ?? 0, high: high[row] ?? 100 };
  });
}

function pairUp(truths: readonly (Shown | null)[], seen: readonly (Shown | null)[]): Pair[] {
  return truths.flatMap((truth, at) => {
    const left = seen[at];
    return truth && left ? [{ truth: truth.score, seen: left }] : [];
  });
}

function summarize(pairs: readonly Pair[]) {
  const share = (test: (pair: Pair) => boolean) => pairs.filter(test).length / pairs.length;
  const mean = (read: (pair: Pair) => number) => pairs.reduce((sum, pair) => sum + read(pair), 0) / pairs.length;
  const below = share(({ truth, seen }) => truth < seen.low);
  const above = share(({ truth, seen }) => truth > seen.high);
  const [enough = 0] = quantiles(
    Float64Array.from(pairs, ({ truth, seen }) => partNeeded(truth, seen)),
    [0.9],
  );
  return {
    coverage: share(({ truth, seen }) => truth >= seen.low && truth <= seen.high),
    below,
    above,
    width: mean(({ seen }) => seen.high - seen.low),
    bias: mean(({ truth, seen }) => seen.score - truth),
    error: mean(({ truth, seen }) => Math.abs(seen.score - truth)),
    enough,
  };
}

/** The part of the way from the point to the end of the interval at which the truth lies; above 1 outside. */
function partNeeded(truth: number, { score, low, high }: Shown): number {
  const distance = Math.abs(truth - score);
  const reach = truth > score ? high - score : score - low;
  return distance === 0 ? 0 : reach === 0 ? Number.POSITIVE_INFINITY : distance / reach;
}
