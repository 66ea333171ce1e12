import { log } from '~/platform/log/log.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { type Occasion, requestLetter } from '~/questionnaires/requests/request-letter';
import { isEstimateOf, minutesOf } from '~/questionnaires/templates/minutes-of.server';
import { canSendMail, sendLetter, siteAddress } from '~/platform/mail/send.server';
import { isLocale } from '~/paraglide/runtime';
import { formatDate } from '~/ui/format';
import { runInLocale } from '~/platform/http/locale.server';

export type Mailed = 'mailed' | 'bounced' | 'no-mail';
export type RequestToMail = {
  email: string | null;
  token: string;
  locale: string;
  asker: string;
  supplier: string;
  instrumentKey: string;
  message: string;
  dueOn: Date | null;
  occasion?: Occasion;
};

/** Mails a link in the language of the request. "no-mail" without an address or a mail server; "bounced" when the server refused it: the requester then passes the link on. */
export async function mailRequest(request: RequestToMail): Promise<Mailed> {
  const { email, token, locale, instrumentKey, dueOn, ...words } = request;
  if (email === null || !canSendMail()) return 'no-mail';
  const write = () =>
    requestLetter({
      ...words,
      occasion: request.occasion ?? 'asked',
      instrument: localizedInstrument(instrumentKey, locale).title.text,
      minutes: minutesOf(instrumentKey),
      isEstimate: isEstimateOf(instrumentKey),
      due: dueOn ? formatDate(dueOn) : null,
      url: `${siteAddress()}/r/${token}`,
    });
  const letter = isLocale(locale) ? runInLocale(locale, write) : write();
  try {
    await sendLetter(email, letter);
    return 'mailed';
  } catch (error) {
    log('mail.failed', { letter: 'request', error });
    return 'bounced';
  }
}
