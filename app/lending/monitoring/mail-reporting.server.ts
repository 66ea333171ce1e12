import { log } from '~/platform/log/log.server';
import type { ShownLink } from '~/questionnaires/requests/link-notice';
import { type RemindedOf, reportingLetter } from '~/lending/monitoring/reporting-letter';
import { canSendMail, sendLetter, siteAddress } from '~/platform/mail/send.server';
import { isLocale } from '~/paraglide/runtime';
import { formatDate } from '~/ui/format';
import { runInLocale } from '~/platform/http/locale.server';

/**
 * Mails the client's page of reports in the language it was made in. `path`: of a new link, or of the page that an open device has already; the days of
 * `reminder` as ISO 8601.
 */
export async function mailReporting(letter: {
  email: string | null;
  locale: string;
  asker: string;
  client: string;
  project: string;
  path: string;
  reminder: RemindedOf | null;
}): Promise<ShownLink['mailed']> {
  const { email, locale, path, reminder, ...words } = letter;
  if (email === null || !canSendMail()) return 'no-mail';
  // The language of a day is that of the letter.
  const written = () =>
    reminder && { ...reminder, from: formatDate(reminder.from), to: formatDate(reminder.to), dueOn: formatDate(reminder.dueOn) };
  const write = () => reportingLetter({ ...words, url: `${siteAddress()}${path}`, reminder: written() });
  try {
    await sendLetter(email, isLocale(locale) ? runInLocale(locale, write) : write());
    return 'mailed';
  } catch (error) {
    log('mail.failed', { letter: 'monitoring', error });
    return 'bounced';
  }
}
