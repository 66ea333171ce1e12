import type { Frequency } from './covenant-lists';

/** Months from one due day to the next; 0 where there is none. */
export const monthsBetween: Readonly<Record<Frequency, number>> = { once: 0, monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 };

const dayOf = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The day (YYYY-MM-DD) a number of months after another; the last of its month where that is shorter. */
export function monthsAfter(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return dayOf(year, month - 1 + count, Math.min(date, lastOfMonth));
}

/** The day a number of days after another; before it where `count` is negative. */
export function daysAfter(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayOf(year, month - 1, date + count);
}

export type Series = { firstTestOn: string; frequency: Frequency };

/** The n-th day (from 0) on which a test is due; null past the only one of *once*. Each is counted from the first, so that the 31st comes back after February. */
export function dueDay({ firstTestOn, frequency }: Series, n: number): string | null {
  if (frequency === 'once') return n === 0 ? firstTestOn : null;
  return monthsAfter(firstTestOn, n * monthsBetween[frequency]);
}

/** All due days up to and with a day, in order. */
export function dueDaysUntil(series: Series, until: string): string[] {
  const days: string[] = [];
  for (let n = 0; ; n += 1) {
    const day = dueDay(series, n);
    if (day === null || day > until) return days;
    days.push(day);
  }
}

/** A stretch of days, both ends counted. */
export type Stretch = { from: string; until: string };
export const isWithin = (day: string, stretches: readonly Stretch[]) => stretches.some(({ from, until }) => from <= day && day <= until);

/** The first due day that no result answers and no waiver spares; null where none is left. */
export function firstOpenDay(
  series: Series,
  { answered, spared }: { answered: ReadonlySet<string>; spared: readonly Stretch[] },
): string | null {
  for (let n = 0; ; n += 1) {
    const day = dueDay(series, n);
    if (day === null || !(answered.has(day) || isWithin(day, spared))) return day;
  }
}
