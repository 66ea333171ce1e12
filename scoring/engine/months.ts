/**
 * Whole months from one ISO date to another, by the calendar: 31 January to 28 February is 0 months, 15 March to 15 April is 1.
 * Negative when `to` is before `from`. Throws RangeError for a text that is no ISO date.
 */
export function monthsBetween(from: string, to: string): number {
  const [fromYear, fromMonth, fromDay] = parts(from);
  const [toYear, toMonth, toDay] = parts(to);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return toDay < fromDay ? months - 1 : months;
}

/** True when more than `months` months have passed: on the very day of the anniversary they have not. */
export function isOlderThan(from: string, to: string, months: number): boolean {
  const whole = monthsBetween(from, to);
  if (whole !== months) return whole > months;
  return parts(to)[2] > parts(from)[2];
}

/** Whole days from one ISO date to another; negative when `to` is before `from`. Throws RangeError for a text that is no ISO date. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / dayLength);
}

/** The ISO date that many days after a date. Throws RangeError for a text that is no ISO date. */
export function dayAfter(date: string, days: number): string {
  return new Date(utc(date) + days * dayLength).toISOString().slice(0, 10);
}

const dayLength = 86_400_000;

function utc(date: string): number {
  const [year, month, day] = parts(date);
  return Date.UTC(year, month - 1, day);
}

function parts(date: string): [number, number, number] {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(date);
  if (!match) throw new RangeError(`not an ISO date: ${date}`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}
