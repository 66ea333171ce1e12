import { givenText } from '~/platform/http/given-text';
import { dueKinds, dueStates } from './monitoring-lists';
import type { CalendarFilter } from './read-calendar.server';

/** The calendar filter in the address; unknown values are ignored. Years from 1990 to 2100. */
export function calendarFilter(params: URLSearchParams): CalendarFilter {
  const year = givenText(params, 'year');
  return {
    what: dueKinds.find((known) => known === params.get('what')),
    state: dueStates.find((known) => known === params.get('state')),
    year: /^(199\d|20\d\d)$/.test(year) ? year : undefined,
  };
}
