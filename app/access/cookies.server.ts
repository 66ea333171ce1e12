import { parse, serialize } from 'cookie';
import { environment } from '~/env.server';

const cookiesOf = (request: Request) => parse(request.headers.get('Cookie') ?? '');

/** One cookie's value, or null. */
export function parseCookie(request: Request, name: string): string | null {
  return cookiesOf(request)[name] || null;
}

/** The values of all cookies whose names begin so. */
export function parseCookiesOf(request: Request, prefix: string): string[] {
  return Object.entries(cookiesOf(request)).flatMap(([name, value]) => (name.startsWith(prefix) && value ? [value] : []));
}

/** A same-site, http-only cookie; Secure wherever PUBLIC_URL is HTTPS. `maxAge` in seconds, 0 clears. */
export function serializeCookie(name: string, value: string, maxAge: number): string {
  return serialize(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: environment().PUBLIC_URL?.startsWith('https:') ?? false,
    maxAge,
  });
}
