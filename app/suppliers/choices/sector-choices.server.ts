import { isicDivisions, isicTitles } from '#scoring';
import { sectorName } from '~/locales/sector-names';
import type { Choice } from '~/ui/combobox/choice';

const made = new Map<string, readonly Choice[]>();

/** A sector as it is chosen; null for a code that the classification does not know. */
export function sectorChoice(code: string, locale?: string): Choice | null {
  const title = sectorName(code, locale === undefined ? {} : { locale });
  return title === null ? null : { value: code, label: `${code} · ${title}` };
}

/** Those of some codes that the classification knows: what a form has chosen already. */
export const knownSectors = (codes: readonly (string | null)[]): Choice[] =>
  codes.flatMap((code) => (code === null ? [] : (sectorChoice(code) ?? [])));

/** The divisions of ISIC Rev.4, and its classes as finer choices, by title in a language; found by their English titles and codes too. */
export function sectorChoices(locale: string): readonly Choice[] {
  const known = made.get(locale);
  if (known) return known;
  const english = new Map(isicTitles().map(({ code, title }) => [code, title]));
  const divisions = isicDivisions().map(({ code, title, shortTitle }) => ({ code, also: [title, shortTitle] }));
  const classes = [...english].filter(([code]) => code.length > 2).map(([code, title]) => ({ code, also: [title] }));
  const choices = [...divisions, ...classes].flatMap(({ code, also }): Choice[] => {
    const title = sectorName(code, { locale });
    if (title === null) return [];
    const names = [...new Set([title, ...also])];
    return [{ value: code, label: `${code} · ${title}`, also: names, codes: [code], ...(code.length > 2 ? { isFiner: true } : {}) }];
  });
  made.set(locale, choices);
  return choices;
}
