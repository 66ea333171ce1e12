import { type CorridorSurvey, surveyOf } from './corridor-surveys.ts';
import { methodAt } from './method.ts';

/** The bands of R11 in words, from no debt to the last one. */
export const debtLevels = ['none', 'low', 'moderate', 'high', 'very-high', 'extreme'] as const;
export type DebtLevel = (typeof debtLevels)[number];

/** The band of a debt in months of pay (>= 0) by `R11.levels`. */
export function debtLevel(months: number, asOf: string): DebtLevel {
  if (months === 0) return 'none';
  const at = methodAt(asOf).of['R11.levels'].findIndex((most) => months <= most);
  return (at < 0 ? undefined : debtLevels[at + 1]) ?? 'extreme';
}

/** How many times the odds of a migrant with that debt (months of pay, >= 0) are those of one without (R4). */
export function debtRatio(months: number, asOf: string): number {
  const { perMonth, most } = methodAt(asOf).of['R4.debt'];
  return Math.min(most, 1 + perMonth * months);
}

/**
 * Months of pay that a worker of a corridor paid for the job, from the lowest to the highest that is possible, with their bands.
 * `basis`: *ledger* when the amounts are known, *survey* when only surveys speak, *none* when nothing does: then every band is possible.
 */
export type CorridorDebt = {
  basis: 'ledger' | 'survey' | 'none';
  months: { low: number; high: number } | null;
  levels: { low: DebtLevel; high: DebtLevel };
  /** The survey that covers the corridor best, whether or not it counts here. */
  survey: CorridorSurvey | null;
};

/**
 * The debt of one corridor (R11) on a day. `paid` are months of pay from a ledger, lowest and highest; they win over surveys.
 * Countries are ISO 3166-1 alpha-2, `division` an ISIC division. Throws RangeError for months below 0, or a low above the high.
 */
export function corridorDebt(
  corridor: { origin: string; destination: string; division?: string; paid?: { low: number; high: number } },
  asOf: string,
): CorridorDebt {
  const { origin, destination, division = null, paid } = corridor;
  if (paid && !(paid.low >= 0 && paid.high >= paid.low)) throw new RangeError(`not months of pay: ${paid.low} to ${paid.high}`);
  const survey = surveyOf({ origin, destination, division, asOf });
  const months = paid ?? (survey && { low: survey.monthsLow, high: survey.monthsHigh });
  return {
    basis: paid ? 'ledger' : survey ? 'survey' : 'none',
    months,
    levels: months ? { low: debtLevel(months.low, asOf), high: debtLevel(months.high, asOf) } : { low: 'none', high: 'extreme' },
    survey,
  };
}
