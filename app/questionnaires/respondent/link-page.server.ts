import { redirect } from '@remix-run/node';
import { countAttempt } from '~/access/rate-limit.server';
import { limitedMessage } from '~/organizations/accounts/labels';
import { getLocale, isLocale } from '~/paraglide/runtime';
import { localeCookie } from '~/platform/http/cookies.server';
import { localeOfCookie } from '~/locales/locale';

/**
 * A reader without a chosen language gets the link's page in the language of the letter: redirects once, and stores it. `in` in the address prevents a
 * redirect loop without cookies.
 */
export function readInLanguageOf(request: Request, sent: string): void {
  const url = new URL(request.url);
  const hasChosen = localeOfCookie(request.headers.get('cookie')) !== null;
  if (!hasChosen && isLocale(sent) && sent !== getLocale() && !url.searchParams.has('in'))
    throw redirect(`${url.pathname}?in=${sent}`, { headers: { 'set-cookie': localeCookie(sent) } });
}

/** Counts attempts at links from this address, so that tokens cannot be guessed. The refusal text after too many; else null. */
export async function refuseManyTries(clientAddress: string): Promise<string | null> {
  const retryAfterSeconds = await countAttempt('answer-link-address', clientAddress);
  return retryAfterSeconds > 0 ? limitedMessage(retryAfterSeconds) : null;
}
