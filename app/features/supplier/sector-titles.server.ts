import { isicDivisions, sectorRow } from '#scoring';

/** Sector code -> its title in ISIC Rev.4 (English, as the source has it); a code that ISIC does not know is left out. */
export function sectorTitles(codes: Iterable<string | null>): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const code of codes) {
    const row = code === null || titles[code] !== undefined ? null : sectorRow(code);
    if (row && code !== null) titles[code] = row.title;
  }
  return titles;
}

/** The sectors to choose from: all divisions, and the class at hand when it is finer than a division. */
export function sectorOptions(current: string | null = null): { value: string; label: string }[] {
  const divisions = isicDivisions().map(({ code, shortTitle, title }) => ({ value: code, label: `${code} · ${shortTitle ?? title}` }));
  const row = current === null || current.length === 2 ? null : sectorRow(current);
  return row && current !== null ? [{ value: current, label: `${current} · ${row.title}` }, ...divisions] : divisions;
}

/** The sectors to filter by, finer ones before the divisions: the divisions that occur, and what is chosen already. */
export function sectorFilterOptions(divisions: readonly string[], chosen: readonly string[]): { value: string; label: string }[] {
  const optionsOf = (codes: readonly string[]) =>
    [...new Set(codes)].sort().flatMap((code) => {
      const row = sectorRow(code);
      return row ? [{ value: code, label: `${code} · ${row.title}` }] : [];
    });
  return [
    ...optionsOf(chosen.filter((code) => code.length > 2)),
    ...optionsOf([...divisions, ...chosen.filter((code) => code.length === 2)]),
  ];
}
