import type { EntryValue } from '~/audits/entries/entries';

/** Hours of one week beyond which it is counted as too long: 48 and 12 of overtime. */
export const longWeekHours = 60;

export type HoursFound = {
  /** Codes of the sample, each once. */
  workers: number;
  weeks: number;
  longWeeks: number;
  /** Weeks in which every day was worked. */
  weeksWithoutRest: number;
  /** Hours of the longest week; null where there is none. */
  longest: number | null;
  /** Weeks with involuntary overtime, and those where this is unknown. */
  forcedOvertime: number;
  unknownOvertime: number;
};

/** Totals of the samples of hours. Pure. */
export function countHours(samples: readonly EntryValue<'hours'>[]): HoursFound {
  const total = ({ regular, overtime }: EntryValue<'hours'>) => regular + overtime;
  const overtime = samples.filter((sample) => sample.overtime > 0);
  return {
    workers: new Set(samples.map(({ code }) => code)).size,
    weeks: samples.length,
    longWeeks: samples.filter((sample) => total(sample) > longWeekHours).length,
    weeksWithoutRest: samples.filter(({ daysWorked }) => daysWorked === 7).length,
    longest: samples.length === 0 ? null : Math.max(...samples.map(total)),
    forcedOvertime: overtime.filter(({ isOvertimeVoluntary }) => isOvertimeVoluntary === 'no').length,
    unknownOvertime: overtime.filter(({ isOvertimeVoluntary }) => isOvertimeVoluntary === 'unknown').length,
  };
}

/** Amounts in minor units of the sample's currency. Null: unknown, which is never zero. */
export type WageFound = {
  gross: number;
  /** By how much less was paid for regular hours than the legal minimum; null where the minimum is not known. */
  belowMinimum: number | null;
  /** Of the overtime, what is missing of the pay that the law multiplies; null where factor or hourly pay is not known. */
  overtimeUnpaid: number | null;
  deductions: number;
  /** Of the gross pay, between 0 and 1 and above where more was taken than earned; null where nothing was earned. */
  deductionShare: number | null;
  /** Gross pay less deductions and the amount paid out; negative where more was paid. */
  unexplained: number;
};

/** The totals of one pay sample. Pure; rounds each amount to whole minor units. */
export function measureWage(sample: Omit<EntryValue<'wage'>, 'isWithdrawn'>): WageFound {
  const { regularHours, overtimeHours, basicPaid, overtimePaid, allowances, netPaid, minimumHourly, overtimeFactor } = sample;
  const gross = basicPaid + overtimePaid + allowances;
  const deductions = sample.deductions.reduce((sum, { amount }) => sum + amount, 0);
  const hourly = regularHours !== null && regularHours > 0 ? Math.max(basicPaid / regularHours, minimumHourly ?? 0) : minimumHourly;
  const isUnknown = overtimeHours === null || hourly === null || overtimeFactor === null;
  const overtimeDue = overtimeHours === 0 ? 0 : isUnknown ? null : overtimeHours * hourly * overtimeFactor;
  return {
    gross,
    belowMinimum:
      minimumHourly === null || regularHours === null ? null : Math.max(0, Math.round(minimumHourly * regularHours) - basicPaid),
    overtimeUnpaid: overtimeDue === null ? null : Math.max(0, Math.round(overtimeDue) - overtimePaid),
    deductions,
    deductionShare: gross === 0 ? null : deductions / gross,
    unexplained: gross - deductions - netPaid,
  };
}

export type WagesFound = {
  samples: number;
  belowMinimum: number;
  minimumUnknown: number;
  overtimeUnpaid: number;
  overtimeUnknown: number;
  /** The largest share of pay that was deducted; null where no pay is known. */
  largestShare: number | null;
};

/** The totals of all pay samples; unknown values are counted separately. Pure. */
export function countWages(samples: readonly EntryValue<'wage'>[]): WagesFound {
  const measured = samples.map(measureWage);
  const shares = measured.flatMap(({ deductionShare }) => deductionShare ?? []);
  return {
    samples: samples.length,
    belowMinimum: measured.filter(({ belowMinimum }) => belowMinimum !== null && belowMinimum > 0).length,
    minimumUnknown: measured.filter(({ belowMinimum }) => belowMinimum === null).length,
    overtimeUnpaid: measured.filter(({ overtimeUnpaid }) => overtimeUnpaid !== null && overtimeUnpaid > 0).length,
    overtimeUnknown: measured.filter(({ overtimeUnpaid }) => overtimeUnpaid === null).length,
    largestShare: shares.length === 0 ? null : Math.max(...shares),
  };
}
