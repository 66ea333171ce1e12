import { redirect } from '@remix-run/node';
import { type Flash, flashTo } from './cookies.server';

/** 404: unknown, or not yours. The two look the same on purpose. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' });
}

/** 403: you are known, but your role does not allow this. */
export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: 'Forbidden' });
}

/** 410: a link that was used, has expired or was revoked. */
export function gone(): Response {
  return new Response(null, { status: 410, statusText: 'Gone' });
}

/** 429: too many attempts; `seconds` until the next. */
export function tooManyAttempts(seconds: number): Response {
  return new Response(null, { status: 429, statusText: 'Too Many Requests', headers: { 'retry-after': String(seconds) } });
}

/** 400 with a plain reason, for a program or a broken form. */
export function badRequest(reason: string): Response {
  return new Response(reason, { status: 400, statusText: 'Bad Request', headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

/** 415: a body that is no form where a form is needed. */
export function unsupportedForm(): Response {
  return new Response('A form is needed.', { status: 415, statusText: 'Unsupported Media Type' });
}

/** 422: text that cannot be kept, such as a null character. */
export function unstorable(): Response {
  return new Response('A field contains a character that cannot be saved.', { status: 422, statusText: 'Unprocessable Content' });
}

/**
 * A path of this site from something a browser sent, else `fallback`.
 * Refuses other hosts, protocol-relative paths, backslashes and control characters.
 */
export function safePath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || value.length > 2000) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these before they resolve a path
  if (!value.startsWith('/') || value.startsWith('//') || /[\\\u0000-\u001f\u007f]/.test(value)) return fallback;
  return value;
}

/** Redirects (303) with a message that the next page shows once. */
export async function redirectWithFlash(to: string, flash: Flash, headers = new Headers()): Promise<Response> {
  headers.append('set-cookie', await flashTo(flash));
  return redirect(to, { status: 303, headers });
}
