import { log } from '~/platform/log/log.server';
import type { ShownLink } from '~/questionnaires/requests/link-notice';
import { findingsLetter } from '~/findings/site-sharing/findings-letter';
import { canSendMail, sendLetter, shownAddress, siteAddress } from '~/platform/mail/send.server';
import { isLocale } from '~/paraglide/runtime';
import { formatDate } from '~/ui/format';
import { runInLocale } from '~/platform/http/locale.server';
import type { SiteLinkMade } from './share-findings.server';

/** Mails a new link where possible, and returns it with the state of the letter, to show to its creator. */
export async function handOverSiteLink(made: SiteLinkMade, options: { asker: string; origin: string }): Promise<ShownLink> {
  const { supplier, expiresAt, email, token } = made;
  return {
    ...{ supplier, expiresAt, email, mailed: await mailLink(made, options.asker) },
    url: shownAddress(`/s/${token}`, options.origin),
  };
}

async function mailLink(made: SiteLinkMade, asker: string): Promise<ShownLink['mailed']> {
  const { email, locale, supplier, message, dueOn, isVisit, token } = made;
  if (email === null || !canSendMail()) return 'no-mail';
  const write = () => findingsLetter({ asker, supplier, message, isVisit, due: formatDate(dueOn), url: `${siteAddress()}/s/${token}` });
  try {
    await sendLetter(email, isLocale(locale) ? runInLocale(locale, write) : write());
    return 'mailed';
  } catch (error) {
    log('mail.failed', { letter: 'site-findings', error });
    return 'bounced';
  }
}
