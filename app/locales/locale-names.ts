import type { Locale } from '~/paraglide/runtime';

/** Each language in its own words, so that a reader who knows no other finds it. From our own table: browsers carry different editions of these names. */
export const localeNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  zh: '中文',
  vi: 'Tiếng Việt',
  bn: 'বাংলা',
  hi: 'हिन्दी',
  ur: 'اردو',
  id: 'Bahasa Indonesia',
  tr: 'Türkçe',
  ar: 'العربية',
};
