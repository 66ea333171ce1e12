import type { OwnEdition } from '#scoring';
import { countryOf, countryText, yearOf } from './cells.server';
import { type Entry, type Notes, type Sheet, resolveEntries } from './reading.server';

/** A government and the year of the report that names it; the year may apply to the whole file. */
export function readStateSponsored(sheet: Sheet, notes: Notes): OwnEdition['tables'] {
  const entries: Entry<{ iso2: string; reportYear: number }>[] = [];
  for (const row of sheet.rows) {
    const iso2 = countryOf(sheet, row, notes);
    if (iso2 === null) continue;
    const column = sheet.headerOf('year');
    const given = yearOf(row, row.cell('year'), { column, notes });
    if (given === undefined) continue;
    const reportYear = given ?? sheet.year;
    if (reportYear === null) notes.refuse(row, 'no-year', { column, value: countryText(row) });
    else entries.push({ row, key: `${iso2}:${reportYear}`, label: countryText(row), cells: { iso2, reportYear } });
  }
  const rows = resolveEntries(entries, notes).map(({ cells }) => ({ ...cells, confidence: 'confirmed', note: null }));
  return { 'state-sponsored': { rows, removed: [] } };
}
