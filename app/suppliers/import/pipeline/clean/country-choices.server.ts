import countries from 'i18n-iso-countries';
import { memberLocales } from '~/locales/member-locales';
import { countryAliases } from './country-aliases';
import { countryCodes } from '~/suppliers/facts/country-options';
import type { Choice } from '~/ui/combobox/choice';
import { formatCountry } from '~/ui/format';

const made = new Map<string, readonly Choice[]>();

/** Every country by name in a language; found by its name in each language of the members, by everyday and earlier names and by ISO codes too. */
export function countryChoices(locale: string): readonly Choice[] {
  const known = made.get(locale);
  if (known) return known;
  const choices = countryCodes
    .map((code): Choice => {
      const label = formatCountry(code, { locale });
      const names = [...memberLocales.map((other) => formatCountry(code, { locale: other })), ...(countryAliases[code] ?? [])];
      const alpha3 = countries.alpha2ToAlpha3(code);
      return { value: code, label, also: [...new Set(names)].filter((name) => name !== label), codes: alpha3 ? [code, alpha3] : [code] };
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  made.set(locale, choices);
  return choices;
}
