import { methodAt } from '../method.ts';
import type { ScoreColumns } from './score-columns.ts';

/** Scores as propagation takes them (R10): where a row has none, the prior of an unscored party stands in. One array for each end of the interval. */
export function ownOrPrior(scores: ScoreColumns, asOf: string): { point: Float64Array; low: Float64Array; high: Float64Array } {
  const prior = methodAt(asOf).of['R10.prior'].unscored;
  const end = (column: Float64Array, standIn: number) => column.map((score, row) => (scores.status[row] === 0 ? score : standIn));
  return { point: end(scores.score, prior.point), low: end(scores.low, prior.low), high: end(scores.high, prior.high) };
}
