import { redirect } from '@remix-run/node';
import { countAttempt } from '~/access/rate-limit.server';
import { limitedMessage } from '~/organizations/accounts/words';
import { getLocale, isLocale } from '~/paraglide/runtime';
import { localeCookie } from '~/web/cookies.server';
import { localeOfCookie } from '~/web/locale';

/**
 * Whoever has chosen no language yet reads the page of a link in the language of what was sent: leads there once, and keeps it. `in` stands in the address so
 * that a browser without cookies is not led in a circle.
 */
export function readInLanguageOf(request: Request, sent: string): void {
  const url = new URL(request.url);
  const hasChosen = localeOfCookie(request.headers.get('cookie')) !== null;
  if (!hasChosen && isLocale(sent) && sent !== getLocale() && !url.searchParams.has('in'))
    throw redirect(`${url.pathname}?in=${sent}`, { headers: { 'set-cookie': localeCookie(sent) } });
}

/** Counts a try at a link from this address, so that tokens are not guessed. The words that refuse it when there were too many; else null. */
export async function refuseManyTries(clientAddress: string): Promise<string | null> {
  const retryAfterSeconds = await countAttempt('answer-link-address', clientAddress);
  return retryAfterSeconds > 0 ? limitedMessage(retryAfterSeconds) : null;
}
