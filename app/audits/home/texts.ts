import { m } from '~/paraglide/messages';

export const joined = (...texts: (string | null | false)[]): string =>
  texts.filter((text) => text !== null && text !== false && text !== '').join(' · ');

/** Workers of a site or supplier; unknown is never zero. */
export const employedText = (workers: number | null): string =>
  workers === null ? m.auditor_home_employed_unknown() : m.auditor_home_employed({ count: workers });
