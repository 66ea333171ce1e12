import { countAttempt } from '~/access/rate-limit.server';
import { tooManyAttempts } from '~/platform/http/responses.server';

/** Counts a call of an address that works without signing in, so that tokens cannot be guessed. Throws 429 after too many from one network address. */
export async function limitKeyAddress(clientAddress: string): Promise<void> {
  const seconds = await countAttempt('notification-address', clientAddress);
  if (seconds > 0) throw tooManyAttempts(seconds);
}
