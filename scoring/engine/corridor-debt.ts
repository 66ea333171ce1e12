import type { CorridorCost } from '../reference/at.ts';
import { readCorridor } from './debt.ts';
import { methodAt } from './method.ts';
import { step } from './piecewise.ts';

/** The bands of R11 in words, from no debt to the last one. */
export const debtLevels = ['none', 'low', 'moderate', 'high', 'very-high', 'extreme'] as const;
export type DebtLevel = (typeof debtLevels)[number];

/**
 * Months of pay that a worker of a corridor paid for the job, from the lowest to the highest that is possible, with the bands and points of R11.
 * `basis`: *ledger* when the amounts are known, *survey* when only surveys speak, *none* when nothing does: then the prior's points, and no months.
 */
export type CorridorDebt = {
  basis: 'ledger' | 'survey' | 'none';
  months: { low: number; high: number } | null;
  levels: { low: DebtLevel; high: DebtLevel };
  points: { low: number; high: number; max: number };
  /** The survey row that covers the corridor best, whether or not it counts here. */
  survey: { monthsLow: number; monthsHigh: number; row: CorridorCost } | null;
};

/**
 * The debt of one corridor (R11) on a day. `paid` are months of pay from a ledger, lowest and highest; they win over surveys.
 * Countries are ISO 3166-1 alpha-2, `division` an ISIC division. Throws RangeError for months below 0, or a low above the high.
 */
export function corridorDebt(
  corridor: { origin: string; destination: string; division?: string; paid?: { low: number; high: number } },
  asOf: string,
): CorridorDebt {
  const { origin, destination, division, paid } = corridor;
  if (paid && !(paid.low >= 0 && paid.high >= paid.low)) throw new RangeError(`not months of pay: ${paid.low} to ${paid.high}`);
  const method = methodAt(asOf);
  const { steps, beyond, max } = method.of['R11.debt-points'];
  const pointsOf = (months: number) => step(steps, beyond, months);
  const bands = [...steps.map(([, points]) => points), beyond];
  const levelOf = (points: number) => debtLevels[bands.findIndex((band) => band >= points - 1e-9)] ?? 'extreme';
  const reading = readCorridor({ origin, destination, division }, method);
  const { monthsLow, monthsHigh, row } = reading;
  const survey = row && monthsLow !== undefined && monthsHigh !== undefined ? { monthsLow, monthsHigh, row } : null;
  const months = paid ?? (survey && { low: survey.monthsLow, high: survey.monthsHigh });
  const points = months
    ? { low: pointsOf(months.low), high: pointsOf(months.high) }
    : { low: reading.share.low * max, high: reading.share.high * max };
  return {
    basis: paid ? 'ledger' : survey ? 'survey' : 'none',
    months,
    levels: { low: levelOf(points.low), high: levelOf(points.high) },
    points: { ...points, max },
    survey,
  };
}
