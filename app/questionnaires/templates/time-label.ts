import { m } from '~/paraglide/messages';
import type { Locale } from '~/paraglide/runtime';

/** The label of the minutes that a questionnaire takes: it says where they are an estimate. */
export const timeLabel = (isEstimate: boolean, options?: { locale: Locale }): string =>
  isEstimate ? m.respondent_link_time_estimated({}, options) : m.respondent_link_time({}, options);
