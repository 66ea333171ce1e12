import { isLocale, type Locale } from '~/paraglide/runtime';

/** The language in which a company in that country is most likely to answer, of those we have (CLDR, likely subtags); null where we have none of it. */
export function languageOfCountry(country: string | null): Locale | null {
  if (country === null || !/^[A-Z]{2}$/.test(country)) return null;
  const { language } = new Intl.Locale('und', { region: country }).maximize();
  return language !== undefined && isLocale(language) ? language : null;
}
