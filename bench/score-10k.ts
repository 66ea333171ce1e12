import { scoreMany } from '#scoring';
import { madeInputs } from './made-suppliers';
import { type Measure, median, time } from './measure';

/** Scoring 10,000 suppliers from facts in memory: under one second. */
export async function score10k(): Promise<Measure[]> {
  const inputs = madeInputs(10_000, '2026-01-01');
  const rounds: number[] = [];
  for (let round = 0; round < 6; round++) rounds.push(await time(() => scoreMany(inputs)));
  return [{ measure: 'score-10k', value: median(rounds.slice(1)), unit: 'ms', against: 'one second', reference: 1_000, target: 1 }];
}
