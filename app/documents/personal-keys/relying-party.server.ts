import { environment } from '~/env.server';

/** This site as passkeys know it: the name of its host, and its origin. */
export type RelyingParty = { id: string; origin: string };

/** PUBLIC_URL, else the address of the request. */
export function relyingParty(request: Request): RelyingParty {
  const { hostname, origin } = new URL(environment().PUBLIC_URL ?? request.url);
  return { id: hostname, origin };
}
