import { magicLinkLetter } from '~/organizations/accounts/magic-link-letter';
import { sendLetter, siteAddress } from '~/platform/mail/send.server';
import { isLocale } from '~/paraglide/runtime';
import { log } from '~/platform/log/log.server';
import { runInLocale } from '~/platform/http/locale.server';

type Link = { token: string; email: string; name: string; locale: string | null };

/**
 * Makes and mails a sign-in link beside the answer, which waits for none of it: so that its time tells nothing about whether the address exists.
 * A letter that could not be sent is said in the server's log, without the address. The promise is for tests; it never rejects.
 */
export function mailSignInLink(makeLink: () => Promise<Link | null>): Promise<void> {
  return (async () => {
    const link = await makeLink();
    if (!link) return;
    const work = () => sendLetter(link.email, magicLinkLetter({ name: link.name, url: `${siteAddress()}/sign-in/link/${link.token}` }));
    await (isLocale(link.locale) ? runInLocale(link.locale, work) : work());
  })().catch((error: unknown) => {
    log('mail.failed', { letter: 'sign-in', error });
  });
}
