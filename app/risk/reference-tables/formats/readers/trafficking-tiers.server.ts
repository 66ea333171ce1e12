import type { OwnEdition } from '#scoring';
import { countryOf, countryText, isBlank, yearOf } from './cells.server';
import { newestYear } from './newest-year.server';
import { type Entry, type Notes, type Sheet, resolveEntries } from './reading.server';

/** Tiers as written by the report and its copies; a suffix ("auto downgrade") is ignored. */
const tiers: readonly [RegExp, string][] = [
  [/^(tier\s*)?(2\s*w(atch)?\s*l(ist)?|ii\s*w(atch)?\s*l(ist)?)\b/, '2WL'],
  [/^(tier\s*)?(1|i)$/, '1'],
  [/^(tier\s*)?(2|ii)$/, '2'],
  [/^(tier\s*)?(3|iii)$/, '3'],
  [/^(special(\s*case)?s?|sc)$/, 'special'],
];

export function tierOf(cell: string): string | null {
  const text = cell
    .toLowerCase()
    .replace(/\([^)]*\)?|\*+|†/g, ' ')
    .replace(/[-–—_:,.\s]+/g, ' ')
    .trim()
    .replace(/^(\d) 0$/, '$1');
  return tiers.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Country and tier; of a file with several years, the newest. */
export function readTraffickingTiers(sheet: Sheet, notes: Notes): OwnEdition['tables'] {
  const entries: (Entry<{ iso2: string; tier: string }> & { year: number })[] = [];
  for (const row of sheet.rows) {
    const iso2 = countryOf(sheet, row, notes);
    if (iso2 === null) continue;
    const cell = row.cell('tier');
    const column = sheet.headerOf('tier');
    const year = yearOf(row, row.cell('year'), { column: sheet.headerOf('year'), notes });
    if (year === undefined) continue;
    const tier = tierOf(cell);
    if (isBlank(cell)) notes.refuse(row, 'missing-value', { column });
    else if (tier === null) notes.refuse(row, 'unknown-tier', { column, value: cell });
    else entries.push({ row, key: `${iso2} ${year}`, label: countryText(row), cells: { iso2, tier }, year: year ?? 0 });
  }
  const kept = newestYear(resolveEntries(entries, notes), notes, sheet.headerOf('year'));
  const rows = kept.map(({ cells }) => ({ ...cells, confidence: 'confirmed', note: null }));
  return { 'trafficking-tiers': { rows, removed: [] } };
}
