import type { OwnEdition } from '#scoring';
import { dimensions } from '../governance';
import { dimensionsIn, yearColumns } from '../match-columns';
import { countryOf, countryText, isBlank, numberIn, numberReader, yearOf } from './cells.server';
import { type Entry, type Notes, type Sheet, type SheetRow, resolveEntries } from './reading.server';

type Value = { iso2: string; year: number; field: string; value: number };
/** One figure of a row: its year, our field, and its column. */
type Figure = { year: number; field: string; column: string; cell: string };

const ranges = { estimate: { least: -3, most: 3 }, error: { least: 0, most: 3 } };

/** Estimates and standard errors by country and year, of each of the three layouts. */
export function readGovernance(sheet: Sheet, notes: Notes): OwnEdition['tables'] {
  const figuresOf = layoutOf(sheet, notes);
  const read = sheet.rows.map((row) => ({ row, figures: figuresOf(row) }));
  const cellsOf = (isError: boolean) =>
    read.flatMap(({ figures }) => figures?.flatMap(({ field, cell }) => (field.endsWith('Se') === isError ? [cell] : [])) ?? []);
  const readers = { estimate: numberReader(cellsOf(false), ranges.estimate), error: numberReader(cellsOf(true), ranges.error) };
  const entries: Entry<Value>[] = [];
  for (const { row, figures } of read) {
    if (figures === null) continue;
    const iso2 = countryOf(sheet, row, notes);
    if (iso2 === null) continue;
    const known = figures.filter(({ cell }) => !isBlank(cell));
    if (known.length < figures.length) notes.count('other-values-missing');
    for (const { year, field, column, cell } of known) {
      const kind = field.endsWith('Se') ? 'error' : 'estimate';
      const value = numberIn({ row, cell, column, notes, read: readers[kind] }, ranges[kind]);
      if (value === null) continue;
      entries.push({
        row,
        key: `${iso2}:${year}:${field}`,
        label: `${countryText(row)}, ${year}, ${column}`,
        cells: { iso2, year, field, value },
      });
    }
  }
  const settled = resolveEntries(entries, notes);
  for (const { field, words } of dimensions)
    if (settled.length > 0 && !settled.some(({ cells }) => cells.field === field))
      notes.note(null, 'missing-dimension', { column: words[0] });
  return { governance: { rows: rowsOf(settled), removed: [] } };
}

function rowsOf(entries: readonly Entry<Value>[]): Record<string, string | number | null>[] {
  const empty = Object.fromEntries(dimensions.flatMap(({ field }) => [field, `${field}Se`]).map((field) => [field, null]));
  const rows = new Map<string, Record<string, string | number | null>>();
  for (const { cells } of entries) {
    const key = `${cells.iso2}:${cells.year}`;
    const row = rows.get(key) ?? { iso2: cells.iso2, year: cells.year, ...empty };
    row[cells.field] = cells.value;
    rows.set(key, row);
  }
  // A standard error without its estimate says nothing.
  for (const row of rows.values()) for (const { field } of dimensions) if (row[field] === null) row[`${field}Se`] = null;
  return [...rows.values()].filter((row) => dimensions.some(({ field }) => row[field] !== null));
}

/** The figures of each row; null for a row that is left out or set aside, with its remark. */
function layoutOf(sheet: Sheet, notes: Notes): (row: SheetRow) => Figure[] | null {
  const wide = dimensionsIn(sheet.columns)
    .flatMap((field) => [field, `${field}Se`])
    .filter((field) => sheet.has(field));
  const years = yearColumns(sheet.header);
  const rowYear = (row: SheetRow): number | null => {
    const column = sheet.headerOf('year');
    const year = yearOf(row, row.cell('year'), { column, notes });
    if (year === null) notes.refuse(row, 'missing-value', { column });
    return year ?? null;
  };
  if (sheet.has('year') && wide.length > 0)
    return (row) => {
      const year = rowYear(row);
      if (year === null) return null;
      const figures = wide.map((field) => ({ year, field, column: sheet.headerOf(field), cell: row.cell(field) }));
      if (figures.some(({ cell }) => !isBlank(cell))) return figures;
      notes.refuse(row, 'missing-value', { column: sheet.headerOf(wide[0] ?? 'estimate') });
      return null;
    };
  if (sheet.has('estimate') && sheet.has('year'))
    return (row) => {
      const field = indicatorOf(sheet, row, notes);
      const year = field === null ? null : rowYear(row);
      if (field === null || year === null) return null;
      const column = sheet.headerOf('estimate');
      const cell = row.cell('estimate');
      if (isBlank(cell)) {
        notes.refuse(row, 'missing-value', { column });
        return null;
      }
      const error = { year, field: `${field}Se`, column: sheet.headerOf('standardError'), cell: row.cell('standardError') };
      return [{ year, field, column, cell }, ...(sheet.has('standardError') && !field.endsWith('Se') ? [error] : [])];
    };
  return (row) => {
    const field = indicatorOf(sheet, row, notes);
    if (field === null) return null;
    return years.map(({ index, year }) => ({ year, field, column: sheet.header[index] ?? String(year), cell: row.cellAt(index) }));
  };
}

/** The field of a row, by code or name; null for anything but an estimate or standard error, which is set aside, and for an unknown one. */
function indicatorOf(sheet: Sheet, row: SheetRow, notes: Notes): string | null {
  const cell = row.cell('indicator');
  const column = sheet.headerOf('indicator');
  if (isBlank(cell)) {
    notes.refuse(row, 'missing-value', { column });
    return null;
  }
  const text = cell
    .toLowerCase()
    .replace(/^gov_wgi_/, '')
    .replace(/_/g, ' ')
    .trim();
  const found = dimensions.find(({ code, words }) => {
    const start = [code, ...words.map((word) => word.toLowerCase())].find((word) => text.startsWith(word));
    return start !== undefined && !/^[a-z]/.test(text.slice(start.length));
  });
  if (!found) {
    notes.refuse(row, 'unknown-indicator', { column, value: cell });
    return null;
  }
  const words = [found.code, ...found.words.map((word) => word.toLowerCase())].sort((a, b) => b.length - a.length);
  const rest = text.slice(words.find((word) => text.startsWith(word))?.length ?? 0).replace(/^[\s.:_(-]+|[\s)]+$/g, '');
  if (/^(est(imate)?)?$/.test(rest)) return found.field;
  if (/^(se|std[\s._]?err|std[\s._]?dev|stddev|standard error)$/.test(rest)) return `${found.field}Se`;
  notes.count('other-measures', column);
  return null;
}
