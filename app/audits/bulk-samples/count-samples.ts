import { longWeekHours, measureWage } from '~/audits/entries/time-and-wages';
import type { EntryValue } from '~/audits/entries/entries';

/** How many of the samples for which it is known. */
export type CountOf = { found: number; of: number };

type Hours = Pick<EntryValue<'hours'>, 'code' | 'regular' | 'overtime' | 'daysWorked'>;
type Wage = Omit<EntryValue<'wage'>, 'isWithdrawn'>;
const count = <Sample>(samples: readonly Sample[], isFound: (sample: Sample) => boolean | null): CountOf => {
  const known = samples.map(isFound).filter((each) => each !== null);
  return { found: known.filter(Boolean).length, of: known.length };
};

/** Of the sampled weeks. Pure. */
export function countWeeks(samples: readonly Hours[], weeklyLimit: number | null) {
  const total = ({ regular, overtime }: Hours) => regular + overtime;
  return {
    workers: new Set(samples.map(({ code }) => code)).size,
    samples: samples.length,
    long: count(samples, (sample) => total(sample) > longWeekHours),
    aboveLaw: count(samples, (sample) => (weeklyLimit === null ? null : total(sample) > weeklyLimit)),
    noRest: count(samples, ({ daysWorked }) => daysWorked === 7),
  };
}

/** Of the sampled pay periods. Pure. */
export function countPay(samples: readonly Wage[], deductionLimit: number | null) {
  const measured = samples.map(measureWage);
  return {
    workers: new Set(samples.map(({ code }) => code)).size,
    samples: samples.length,
    below: count(measured, ({ belowMinimum }) => (belowMinimum === null ? null : belowMinimum > 0)),
    unpaid: count(measured, ({ overtimeUnpaid }) => (overtimeUnpaid === null ? null : overtimeUnpaid > 0)),
    deducted: count(measured, ({ deductionShare }) =>
      deductionShare === null || deductionLimit === null ? null : deductionShare > deductionLimit,
    ),
    unexplained: count(measured, ({ unexplained }) => unexplained !== 0),
  };
}
