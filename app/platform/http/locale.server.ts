import { AsyncLocalStorage } from 'node:async_hooks';
import { baseLocale, overwriteGetLocale } from '~/paraglide/runtime';
import { type Locale, localeOfAcceptLanguage, localeOfCookie, localesOfPath } from '~/locales/locale';

declare global {
  var manumitLocaleStorage: AsyncLocalStorage<Locale> | undefined;
}

/**
 * One storage for the whole process: the server's entry point and the built application each load this module, and both must see the same request. The
 * language belongs to an async call chain, never to the process.
 */
function localeStorage(): AsyncLocalStorage<Locale> {
  globalThis.manumitLocaleStorage ??= new AsyncLocalStorage<Locale>();
  return globalThis.manumitLocaleStorage;
}

/** Makes every message of this module graph follow the language of the current request. Call once at start. */
export function followRequestLocale(): void {
  overwriteGetLocale(() => localeStorage().getStore() ?? baseLocale);
}

/**
 * The language of a request among those its page is offered in: cookie, then Accept-Language, then English. Signing in sets the cookie from the
 * person's own choice.
 */
export function localeOfHeaders(headers: { path: string; cookie?: string | null; acceptLanguage?: string | null }): Locale {
  const offered = localesOfPath(headers.path);
  const chosen = localeOfCookie(headers.cookie);
  if (chosen && offered.includes(chosen)) return chosen;
  return localeOfAcceptLanguage(headers.acceptLanguage, offered) ?? baseLocale;
}

/** The same for a web Request. */
export function localeOfRequest(request: Request): Locale {
  return localeOfHeaders({
    path: new URL(request.url).pathname,
    cookie: request.headers.get('cookie'),
    acceptLanguage: request.headers.get('accept-language'),
  });
}

/**
 * Runs `work` with every message in `locale`, through all its awaits and streams.
 * The server wraps each request in it; jobs and mail wrap themselves in the language of the reader.
 */
export function runInLocale<Result>(locale: Locale, work: () => Result): Result {
  return localeStorage().run(locale, work);
}
