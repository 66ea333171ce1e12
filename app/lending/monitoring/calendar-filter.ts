import { dueKinds, dueStates } from './monitoring-lists';
import type { CalendarFilter } from './read-calendar.server';

/** What the address asks of the calendar; words that are none ask nothing. A year lies between 1990 and 2100. */
export function calendarFilter(params: URLSearchParams): CalendarFilter {
  const year = params.get('year') ?? '';
  return {
    what: dueKinds.find((known) => known === params.get('what')),
    state: dueStates.find((known) => known === params.get('state')),
    year: /^(199\d|20\d\d)$/.test(year) ? year : undefined,
  };
}
