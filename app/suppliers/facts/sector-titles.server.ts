import { isicDivisions } from '#scoring';
import { sectorName } from '~/locales/sector-names';
import { m } from '~/paraglide/messages';

/** Sector code -> its title in ISIC Rev.4 in the reader's language; a code that ISIC does not know is left out. */
export function sectorTitles(codes: Iterable<string | null>): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const code of codes) {
    const title = code === null || titles[code] !== undefined ? null : sectorName(code);
    if (title !== null && code !== null) titles[code] = title;
  }
  return titles;
}

const optionOf = (code: string): { value: string; label: string }[] => {
  const title = sectorName(code);
  return title === null ? [] : [{ value: code, label: `${code} · ${title}` }];
};

/** The sectors to choose from: all divisions, and the class at hand when it is finer than a division. */
export function sectorOptions(current: string | null = null): { value: string; label: string }[] {
  const divisions = isicDivisions().flatMap(({ code }) => optionOf(code));
  return current === null || current.length === 2 ? divisions : [...optionOf(current), ...divisions];
}

/** The sectors to filter by, finer ones before the divisions: the divisions that occur, and what is chosen already. */
export function sectorFilterOptions(divisions: readonly string[], chosen: readonly string[]): { value: string; label: string }[] {
  const optionsOf = (codes: readonly string[]) => [...new Set(codes)].sort().flatMap(optionOf);
  return [
    ...optionsOf(chosen.filter((code) => code.length > 2)),
    ...optionsOf([...divisions, ...chosen.filter((code) => code.length === 2)]),
  ];
}

/** Says that words name no sector, and the nearest ones. */
export function unknownWordsText(nearest: readonly string[]): string {
  const names = nearest.flatMap(optionOf).map(({ label }) => label);
  return names.length === 0 ? m.classification_unknown_words() : m.classification_unknown_words_near({ nearest: names.join('; ') });
}
