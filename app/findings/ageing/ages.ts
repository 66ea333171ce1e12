/**
 * How late unfinished actions are, in days after the due day; `from` and `to` are the first and last day of each, null without an end. The latest first; what is due
 * today is not late.
 */
export const actionAges = {
  'late-91': { from: 91, to: null },
  'late-31': { from: 31, to: 90 },
  'late-8': { from: 8, to: 30 },
  'late-1': { from: 1, to: 7 },
  'due-7': { from: -7, to: 0 },
  'due-30': { from: -30, to: -8 },
  'due-later': { from: null, to: -31 },
} as const;
export type ActionAge = keyof typeof actionAges;
export const actionAgeKeys = Object.keys(actionAges) as [ActionAge, ...ActionAge[]];

/** How many days unresolved findings are open, the oldest first. */
export const findingAges = {
  'open-366': { from: 366, to: null },
  'open-181': { from: 181, to: 365 },
  'open-91': { from: 91, to: 180 },
  'open-31': { from: 31, to: 90 },
  'open-0': { from: null, to: 30 },
} as const;
export type FindingAge = keyof typeof findingAges;
export const findingAgeKeys = Object.keys(findingAges) as [FindingAge, ...FindingAge[]];

type Ages = Readonly<Record<string, { from: number | null; to: number | null }>>;

/** The key of a number of days. */
export function ageOf<Key extends string>(ages: Readonly<Record<Key, Ages[string]>>, days: number): Key {
  const found = (Object.keys(ages) as Key[]).find((key) => {
    const { from, to } = ages[key];
    return (from === null || days >= from) && (to === null || days <= to);
  });
  if (found === undefined) throw new RangeError(`no age has ${days} days`);
  return found;
}
