import { methodAt } from './method.ts';
import { type DebtLevel, debtLevel, debtRatio } from './corridor-debt.ts';

/** A recruitment debt: money in one currency. `yearlyRate` is the nominal interest a year (0.36 is 36 %), added month by month. */
export type RecruitmentDebt = {
  asOf: string;
  /** What the worker paid or owes for the job, 0 or more. */
  cost: number;
  /** Expected pay of a month after deductions, above 0. */
  monthlyPay: number;
  yearlyRate: number;
  /** What is paid back in a month, 0 or more. */
  monthlyRepayment: number;
  /** Home or land is collateral for the loan. */
  hasCollateral?: boolean;
};

export type Repayment = {
  /** The cost in months of pay. */
  monthsOfPay: number;
  /** R11: the band of the months. */
  level: DebtLevel;
  /** Times the odds of a migrant without debt (R4). */
  ratio: number;
  /** What ties the worker beside the amount. */
  ties: ('loan' | 'collateral')[];
  /** Months until nothing is owed; null when the repayments never clear it. */
  monthsToClear: number | null;
  /** Interest and cost paid until then, in all; null when it never clears. */
  totalPaid: number | null;
  /** The repayments do not even cover the interest: the debt binds the worker for good. A sign to look into, not a finding. */
  isBondageLike: boolean;
  /** What is owed at the start and after each month, at most of the first ten years. */
  owed: number[];
};

const mostMonthsShown = 120;
/** A working life: what is not cleared by then never is. */
const mostMonths = 600;

/**
 * How a recruitment debt runs off (R11): each month interest is added, then the repayment is taken, the last one no more than is owed.
 * Months to clear never fall as cost or rate rise, and never rise as the repayment does.
 * @throws RangeError when a number is not finite, negative, or the pay is not above zero
 */
export function repayDebt(debt: RecruitmentDebt): Repayment {
  for (const field of ['cost', 'monthlyPay', 'yearlyRate', 'monthlyRepayment'] as const)
    if (!Number.isFinite(debt[field]) || debt[field] < 0) throw new RangeError(`${field} is not a number of 0 or more: ${debt[field]}`);
  if (debt.monthlyPay === 0) throw new RangeError('monthlyPay must be above 0');
  const { of } = methodAt(debt.asOf);
  const monthsOfPay = debt.cost / debt.monthlyPay;
  const ties: Repayment['ties'] = [];
  if (debt.cost > 0 && debt.yearlyRate > of['R11.dear-loan']) ties.push('loan');
  if (debt.cost > 0 && debt.hasCollateral) ties.push('collateral');
  return { monthsOfPay, level: debtLevel(monthsOfPay, debt.asOf), ratio: debtRatio(monthsOfPay, debt.asOf), ties, ...runOff(debt) };
}

function runOff({
  cost,
  yearlyRate,
  monthlyRepayment,
}: RecruitmentDebt): Pick<Repayment, 'monthsToClear' | 'totalPaid' | 'isBondageLike' | 'owed'> {
  const owed = [cost];
  if (cost === 0) return { monthsToClear: 0, totalPaid: 0, isBondageLike: false, owed };
  const rate = yearlyRate / 12;
  const isBondageLike = monthlyRepayment <= cost * rate;
  let left = cost;
  let totalPaid = 0;
  for (let month = 1; month <= mostMonths; month++) {
    const due = left * (1 + rate);
    const paid = Math.min(due, monthlyRepayment);
    left = due - paid;
    totalPaid += paid;
    if (month <= mostMonthsShown) owed.push(left);
    if (left === 0) return { monthsToClear: month, totalPaid, isBondageLike, owed };
    if (!Number.isFinite(left)) break;
  }
  return { monthsToClear: null, totalPaid: null, isBondageLike, owed: owed.filter(Number.isFinite) };
}
