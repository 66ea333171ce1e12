import type { OwnEdition } from '#scoring';
import { conventionOf, fundamental, others } from '../conventions';
import { conventionColumns } from '../match-columns';
import { countryOf, countryText, dateReader, isBlank, partialDate } from './cells.server';
import { type Entry, type Notes, type Sheet, type SheetRow, resolveEntries } from './reading.server';

type Cells = { iso2: string; instrument: string; status: 'ratified' | 'not-ratified'; year: number | null };
type Said = { code: string; date: string; status: string; note: string; column: string };

/** Country by convention, a row each or a column each; a convention that the tables do not have is set aside. */
export function readRatifications(sheet: Sheet, notes: Notes): OwnEdition['tables'] {
  const columns = conventionColumns(sheet.header);
  const isWide = !sheet.has('convention');
  const dates = isWide
    ? columns.flatMap(({ index }) => sheet.rows.map((row) => row.cellAt(index)))
    : sheet.rows.map((row) => row.cell('date'));
  const read = dateReader(dates);
  const entries: Entry<Cells>[] = [];
  for (const row of sheet.rows) {
    const iso2 = countryOf(sheet, row, notes);
    if (iso2 === null) continue;
    const said = isWide ? acrossColumns(row, sheet, notes) : inRow(row, sheet, notes);
    for (const { code, ...each } of said) {
      if (!fundamental.has(code) && !others.has(code)) {
        notes.count('other-conventions', each.column);
        continue;
      }
      const status = statusOf(row, each, { sheet, notes });
      const year = yearOfDate(row, each, { sheet, notes, read });
      if (status === null || year === undefined) continue;
      const cells: Cells = { iso2, instrument: code, status, year: status === 'ratified' ? year : null };
      entries.push({ row, key: `${iso2}:${code}`, label: `${countryText(row)}, ${code}`, cells });
    }
  }
  const rows = resolveEntries(entries, notes).map(({ cells }) => cells);
  const of = (codes: ReadonlySet<string>) => rows.filter(({ instrument }) => codes.has(instrument));
  return {
    conventions: { rows: of(fundamental).map((cells) => ({ ...cells, confidence: 'confirmed', note: null })), removed: [] },
    'other-conventions': { rows: of(others).map((cells) => ({ ...cells, confidence: 'confirmed' })), removed: [] },
  };
}

function inRow(row: SheetRow, sheet: Sheet, notes: Notes): Said[] {
  const column = sheet.headerOf('convention');
  const cell = row.cell('convention');
  const code = conventionOf(cell);
  if (code !== null) return [{ code, date: row.cell('date'), status: row.cell('status'), note: row.cell('note'), column }];
  if (isBlank(cell)) notes.refuse(row, 'missing-value', { column });
  else notes.refuse(row, 'unknown-convention', { column, value: cell });
  return [];
}

/** A cell under a convention's name has a date, or its status as text; a blank one means nothing. */
function acrossColumns(row: SheetRow, sheet: Sheet, notes: Notes): Said[] {
  const said = conventionColumns(sheet.header).flatMap(({ index, code }): Said[] => {
    const cell = row.cellAt(index);
    if (isBlank(cell)) return [];
    const isDate = /\d{4}/.test(cell);
    return [{ code, date: isDate ? cell : '', status: isDate ? '' : cell, note: '', column: sheet.header[index] ?? code }];
  });
  if (said.length === 0)
    notes.refuse(row, 'missing-value', { column: sheet.header[conventionColumns(sheet.header)[0]?.index ?? -1] ?? null });
  return said;
}

type About = { sheet: Sheet; notes: Notes };

/** "Not in force" is said of a denounced convention and of one that is not in force yet; which of the two the note tells. */
function statusOf(
  row: SheetRow,
  { status, note, date, column }: Said | Omit<Said, 'code'>,
  { sheet, notes }: About,
): Cells['status'] | null {
  const text = status
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const at = sheet.has('status') ? sheet.headerOf('status') : column;
  if (isBlank(status)) {
    if (/denounc|dénonc|denunci/i.test(note)) return 'not-ratified';
    if (!isBlank(date)) return 'ratified';
    notes.refuse(row, 'missing-value', { column: at });
    return null;
  }
  if (/^(not (yet )?in force|pas en vigueur|no en vigor|will enter into force)/.test(text)) {
    if (/will enter|entrera|entrará/i.test(`${text} ${note}`) || /yet/.test(text)) return 'ratified';
    if (!/denounc|dénonc|denunci/i.test(note)) notes.note(row, 'status-assumed', { column: at, value: status });
    return 'not-ratified';
  }
  if (/^(in force|ratified|yes|en vigueur|ratifiée?|en vigor|ratificado)\b/.test(text)) return 'ratified';
  if (/^(denounced|not ratified|no|dénoncée?|non ratifiée?|denunciado|no ratificado)\b/.test(text) || /denounced/.test(text))
    return 'not-ratified';
  notes.refuse(row, 'unknown-status', { column: at, value: status });
  return null;
}

function yearOfDate(
  row: SheetRow,
  { date, column }: Omit<Said, 'code'>,
  { sheet, notes, read }: About & { read: (cell: string) => string | null },
): number | null | undefined {
  if (isBlank(date)) return null;
  const found = partialDate(date, read);
  if (found !== null) return Number(found.slice(0, 4));
  notes.refuse(row, 'not-a-date', { column: sheet.has('date') ? sheet.headerOf('date') : column, value: date });
  return undefined;
}
