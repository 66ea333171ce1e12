import { addressesOf } from '~/access/shared-access.server';
import { memberLocale } from '~/locales/member-locales';
import { offeredLetter } from '~/sharing/shared-access/shared-access-letter';
import { canSendMail, sendLetter, siteAddress } from '~/platform/mail/send.server';
import { log } from '~/platform/log/log.server';
import { runInLocale } from '~/platform/http/locale.server';

/**
 * Notifies the organization that got an offer by its code: a letter to each member who may accept it, in their own language. Independent of the response,
 * which reveals no address to the offerer. If mail fails, the offer is still listed under the answers shared with them.
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
