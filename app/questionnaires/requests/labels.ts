import { localeNames } from '~/locales/locale-names';
import { m } from '~/paraglide/messages';
import { isLocale } from '~/paraglide/runtime';
import type { RequestStatus } from './states';

const statuses = {
  invited: m.requests_status_invited,
  opened: m.requests_status_opened,
  started: m.requests_status_started,
  submitted: m.requests_status_submitted,
  refused: m.requests_status_refused,
  bounced: m.requests_status_bounced,
  withdrawn: m.requests_status_withdrawn,
} satisfies Record<RequestStatus, () => string>;

const known: Readonly<Record<string, () => string>> = statuses;

/** The label of a request's status; an unknown one is returned unchanged. */
export const requestStatusLabel = (status: string): string => known[status]?.() ?? status;

/** A language under its own name, as its readers look for it. */
export const languageName = (locale: string): string => (isLocale(locale) ? localeNames[locale] : locale);
