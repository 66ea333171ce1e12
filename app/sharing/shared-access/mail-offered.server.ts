import { addressesOf } from '~/access/shared-access.server';
import { memberLocale } from '~/locales/member-locales';
import { offeredLetter } from '~/sharing/shared-access/shared-access-letter';
import { canSendMail, sendLetter, siteAddress } from '~/platform/mail/send.server';
import { log } from '~/platform/log/log.server';
import { runInLocale } from '~/platform/http/locale.server';

/**
 * Notifies the organization that received an offer by its code: an email to each member who may accept it, in their own language. Runs after the response,
 * which reveals no address to the sender. If mail fails, the offer is still listed for the recipient.
 */
export function mailOffered(offer: {
  recipientOrganizationId: string;
  sharedAccessId: string;
  granter: string;
  reason: string;
  isReport: boolean;
}): Promise<void> {
  if (!canSendMail()) return Promise.resolve();
  return (async () => {
    const { slug, people } = await addressesOf(offer.recipientOrganizationId, 'receive:shared-access');
    for (const { email, locale } of people) {
      const url = `${siteAddress()}/o/${slug}/shared-with-us/${offer.sharedAccessId}`;
      const letter = runInLocale(memberLocale(locale ?? ''), () => offeredLetter({ ...offer, url }));
      await sendLetter(email, letter).catch(noteFailure);
    }
  })().catch(noteFailure);
}

const noteFailure = (error: unknown) => log('mail.failed', { letter: 'shared-access', error });
