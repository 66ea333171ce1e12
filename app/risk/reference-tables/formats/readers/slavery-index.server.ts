import type { OwnEdition } from '#scoring';
import { foldHeader } from '~/suppliers/import/pipeline/fold-header';
import { countryOf, countryText, isBlank, numberIn, numberReader, yearOf } from './cells.server';
import { newestYear } from './newest-year.server';
import { type Entry, type Notes, type Sheet, resolveEntries } from './reading.server';

const range = { least: 0, most: 1000 };
/** Where no country of an index is above it, the index counts shares of one. */
const highestShare = 0.2;

/** Country and people in modern slavery per thousand; percentages and shares are refused rather than turned. */
export function readSlaveryIndex(sheet: Sheet, notes: Notes): OwnEdition['tables'] {
  const column = sheet.headerOf('perThousand');
  const header = foldHeader(column);
  const isExplicit = /\b(1 000|1000|thousand|mille|mil)\b/.test(header);
  const cells = sheet.rows.map((row) => row.cell('perThousand'));
  const read = numberReader(cells, range);
  const known = cells.flatMap((cell) => (isBlank(cell) ? [] : (read(cell) ?? [])));
  const areShares = !isExplicit && known.length > 0 && known.every((value) => value <= highestShare);
  const isPercent = !isExplicit && /\bpercent(age)?\b/.test(header);
  const entries: (Entry<{ iso2: string; perThousand: number }> & { year: number })[] = [];
  for (const row of sheet.rows) {
    const cell = row.cell('perThousand');
    if (areShares || isPercent || cell.includes('%')) {
      notes.refuse(row, 'not-per-thousand', { column, value: cell });
      continue;
    }
    const iso2 = countryOf(sheet, row, notes);
    if (iso2 === null) continue;
    const year = yearOf(row, row.cell('year'), { column: sheet.headerOf('year'), notes });
    if (year === undefined) continue;
    const perThousand = numberIn({ row, cell, column, notes, read }, range);
    if (perThousand === 0) notes.refuse(row, 'out-of-range', { column, value: cell });
    else if (perThousand !== null)
      entries.push({ row, key: `${iso2} ${year}`, label: countryText(row), cells: { iso2, perThousand }, year: year ?? 0 });
  }
  const rows = newestYear(resolveEntries(entries, notes), notes, sheet.headerOf('year')).map((entry) => entry.cells);
  return { 'slavery-index': { rows, removed: [] } };
}
