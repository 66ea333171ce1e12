import { daysAfter, monthsAfter, monthsBetween } from '~/lending/covenants/due-days';
import type { ReportFrequency } from './monitoring-lists';

export type Schedule = { frequency: ReportFrequency; firstPeriodFrom: string; dueDays: number; endedOn: string | null };
export type Period = { from: string; to: string; dueOn: string };

/** The n-th period (from 0) of a schedule: they follow each other without a gap. Null past the end of the schedule. */
export function periodAt({ frequency, firstPeriodFrom, dueDays, endedOn }: Schedule, n: number): Period | null {
  const from = monthsAfter(firstPeriodFrom, n * monthsBetween[frequency]);
  const to = daysAfter(monthsAfter(firstPeriodFrom, (n + 1) * monthsBetween[frequency]), -1);
  return endedOn !== null && to > endedOn ? null : { from, to, dueOn: daysAfter(to, dueDays) };
}

/** The periods that have begun by a day, in order. */
export function periodsUntil(schedule: Schedule, day: string): Period[] {
  const periods: Period[] = [];
  for (let n = 0; ; n += 1) {
    const period = periodAt(schedule, n);
    if (period === null || period.from > day) return periods;
    periods.push(period);
  }
}

/** The first period that was not reported on; null where none is left. `received`: the first days of those that were. */
export function firstOpenPeriod(schedule: Schedule, received: ReadonlySet<string>): Period | null {
  for (let n = 0; ; n += 1) {
    const period = periodAt(schedule, n);
    if (period === null || !received.has(period.from)) return period;
  }
}
