import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { data, redirect } from '@remix-run/node';
import { serialize } from 'cookie';
import { z } from 'zod';
import { parseCookie } from '~/access/cookies.server';
import { refusePosting } from '~/access/posting.server';
import { newSalt, seal, unseal } from '~/access/seal.server';
import { environment } from '~/env.server';

const cookieName = 'manumit_refused';
const mark = 'refused';
/** Browsers keep 4,096 bytes of a cookie, name and attributes included. */
const maxBytes = 3_500;
const maxSeconds = 10 * 60;

const typed = z.record(z.string(), z.array(z.string()));
/** What `formFailure` made, as it comes back. */
export const refusedReply = z.object({ failure: z.object({ ok: z.literal(false), values: typed, errors: typed }) });

const placeOf = (url: URL) => `refused form ${url.pathname}`;

/**
 * Answers a refused form on a page without React: redirects back by GET, so that going back or reloading never submits the form twice. Values and problems
 * travel sealed in a cookie of this page, for ten minutes or until the form is accepted. What is too long for a cookie is answered at once, by `status`:
 * nothing that was typed is lost.
 */
export function refuseForm<Reply>(request: Request, reply: Reply, status = 422) {
  refusePosting();
  const url = new URL(request.url);
  const salt = newSalt();
  const text = deflateRawSync(JSON.stringify(reply)).toString('base64url');
  const value = `${salt}.${seal(text, { salt, place: placeOf(url) })}`;
  if (value.length > maxBytes) return data(reply, { status });
  url.searchParams.set(mark, '');
  return redirect(`${url.pathname}${url.search}`, { status: 303, headers: { 'set-cookie': cookieOf(url, value, maxSeconds) } });
}

/** Leads on from a form that was taken; what an earlier try had typed is forgotten. */
export function takenForm(request: Request, to: string) {
  const headers = new Headers();
  if (parseCookie(request, cookieName) !== null) headers.set('set-cookie', cookieOf(new URL(request.url), '', 0));
  return redirect(to, { status: 303, headers });
}

const cookieOf = (page: URL, value: string, maxAge: number) =>
  serialize(cookieName, value, {
    path: page.pathname,
    httpOnly: true,
    sameSite: 'lax',
    secure: environment().PUBLIC_URL?.startsWith('https:') ?? false,
    maxAge,
  });

/** What `refuseForm` sent to this page; null where nothing was refused, or it is over. */
export function refusedForm<Reply>(request: Request, schema: z.ZodType<Reply>): Reply | null {
  const url = new URL(request.url);
  const [salt, ...sealed] = (url.searchParams.has(mark) ? (parseCookie(request, cookieName) ?? '') : '').split('.');
  if (!salt || sealed.length === 0) return null;
  try {
    const text = unseal(sealed.join('.'), { salt, place: placeOf(url) });
    return schema.parse(JSON.parse(inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: 200_000 }).toString('utf8')));
  } catch {
    // Altered, of another page, or of an earlier version: the page is shown without it.
    return null;
  }
}
