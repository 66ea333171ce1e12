import { baseLocale, isLocale, type locales } from '~/paraglide/runtime';

export type Locale = (typeof locales)[number];

/** Languages written from right to left; those not offered yet stand here so that adding a catalogue is enough. */
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/** The writing direction of a language, for the `dir` attribute. */
export function textDirection(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * The first offered language of an Accept-Language header in the order of its weights.
 * Answers null when nothing matches.
 */
export function localeOfAcceptLanguage(header: string | null | undefined): Locale | null {
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
    if (isLocale(tag)) return tag;
    if (isLocale(language)) return language;
    if (tag === '*') return baseLocale;
  }
  return null;
}

/** The language a cookie header names, or null. */
export function localeOfCookie(cookieHeader: string | null | undefined): Locale | null {
  const value = /(?:^|;\s*)locale=([\w-]+)/.exec(cookieHeader ?? '')?.[1];
  return isLocale(value) ? value : null;
}
