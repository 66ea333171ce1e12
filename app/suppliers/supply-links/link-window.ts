import { givenText } from '~/platform/http/given-text';
/** Which links count: those that apply on some day from `first` to `last` (ISO dates), as known at an instant, or as known now where it is null. */
export type LinkWindow = { first: string; last: string; knownAt: string | null };

/** The links of a day, as known now. */
export function activeOn(day: string): LinkWindow {
  return { first: day, last: day, knownAt: null };
}

/** The links of a year, else of the day whose knowledge is asked for, else of today; with `on`, as they were known at its end (UTC). */
export function windowOf({ on, year, today }: { on: string | null; year: number | null; today: string }): LinkWindow {
  const day = on ?? today;
  return {
    ...(year === null ? activeOn(day) : { first: `${year}-01-01`, last: `${year}-12-31` }),
    knownAt: on === null ? null : `${on}T23:59:59.999Z`,
  };
}

/** The year an address asks for (`year=2019`); null is none: the day counts. */
export function readYear(params: URLSearchParams): number | null {
  const text = givenText(params, 'year');
  return /^(19|20|21)\d\d$/.test(text) ? Number(text) : null;
}
