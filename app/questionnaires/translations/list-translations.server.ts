import { instrumentKeys } from '#scoring';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { getLocale, locales } from '~/paraglide/runtime';
import { stringsOf } from './read-strings.server';

export type TranslationRow = {
  key: string;
  title: string;
  locale: string;
  total: number;
  reviewed: number;
  corrected: number;
  missing: number;
};

/** The languages of the product that a translator may write in. */
export const languagesAmong = (granted: readonly string[]): string[] =>
  locales.filter((locale) => locale !== 'en' && (granted.includes('*') || granted.includes(locale)));

/** How far each released questionnaire is in each of these languages. */
export function listTranslations(languages: readonly string[]): TranslationRow[] {
  return instrumentKeys().flatMap((key) =>
    languages.map((locale) => {
      const strings = stringsOf(key, locale).flatMap((group) => group.strings);
      const count = (has: (string: (typeof strings)[number]) => boolean) => strings.filter(has).length;
      return {
        key,
        title: localizedInstrument(key, getLocale()).title.text,
        locale,
        total: strings.length,
        reviewed: count(({ status }) => status === 'reviewed'),
        corrected: count(({ revision }) => revision > 1000),
        missing: count(({ status }) => status === 'missing'),
      };
    }),
  );
}
