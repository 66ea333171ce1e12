import { memberLocales } from './member-locales';
import { baseLocale, isLocale, locales } from '~/paraglide/runtime';

/** Every language of respondents: the pages under `/guest`, `/r`, `/claim`, `/s`, `/p` and `/m`, their letters, and the questions. */
export type Locale = (typeof locales)[number];

/** The languages a page is offered in. Only someone who answers without an account is met in all of them. */
export function localesOfPath(path: string): readonly Locale[] {
  return /^\/(guest|r|claim|s|p|m)(\/|$)/.test(path) ? locales : memberLocales;
}

/** Languages written from right to left. */
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'ur']);

/** The writing direction of a language, for the `dir` attribute. */
export function textDirection(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * The first of the `offered` languages that an Accept-Language header names, in the order of its weights.
 * Answers null when nothing matches.
 */
export function localeOfAcceptLanguage(header: string | null | undefined, offered: readonly Locale[] = locales): Locale | null {
  if (!header) return null;
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined);
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight), index };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { tag } of wanted) {
    const language = tag.split('-')[0] ?? '';
    const found = offered.find((locale) => locale === tag) ?? offered.find((locale) => locale === language);
    if (found) return found;
    if (tag === '*') return baseLocale;
  }
  return null;
}

/** The language a cookie header names, or null. */
export function localeOfCookie(cookieHeader: string | null | undefined): Locale | null {
  const value = /(?:^|;\s*)locale=([\w-]+)/.exec(cookieHeader ?? '')?.[1];
  return isLocale(value) ? value : null;
}
