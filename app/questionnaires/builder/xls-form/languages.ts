import { localeNames } from '~/locales/locale-names';
import { translatable } from '../draft';

const names: Readonly<Record<string, string>> = localeNames;

/** The column of a language: "label::Français (fr)". */
export const columnOf = (column: string, locale: string): string => `${column}::${names[locale] ?? locale} (${locale})`;

/** Which language a column is in: its code in brackets, the code alone, or its English name; null for one that the product does not know. A bare column is in `fallback`. */
export function languageOf(suffix: string | undefined, fallback: string): string | null {
  if (suffix === undefined) return fallback;
  const code = /\(([a-z]{2})(?:-[A-Za-z]+)?\)\s*$/.exec(suffix)?.[1] ?? suffix.trim().toLowerCase();
  const known = ['en', ...translatable].find((locale) => locale === code || names[locale]?.toLowerCase() === code);
  if (known) return known;
  const english = new Intl.DisplayNames('en', { type: 'language' });
  return ['en', ...translatable].find((locale) => english.of(locale)?.toLowerCase() === code) ?? null;
}
