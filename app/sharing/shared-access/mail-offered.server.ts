import { addressesOf } from '~/access/shared-access.server';
import { memberLocale } from '~/locales/member-locales';
import { offeredLetter } from '~/mail/shared-access-letter';
import { canSendMail, sendLetter, siteAddress } from '~/mail/send.server';
import { log } from '~/platform/log/log.server';
import { runInLocale } from '~/web/locale.server';

/**
 * Tells the organization to which an offer was made by its code: a letter to each of those who may take it, in their own language. Beside the answer, which waits for none of it
 * and says nothing of them: who offers learns no address. What fails is found under the answers shared with them all the same.
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
