import { allParameters } from '#scoring';

/** The day whose numbers are used for what was known on a day: that day, or the first of the method for days before it. */
export function methodDay(day: string): string {
  const [first = day] = allParameters()
    .map(({ effectiveFrom }) => effectiveFrom)
    .sort();
  return day < first ? first : day;
}
