import { findCountry } from '~/suppliers/import/pipeline/clean/country.server';
import { cleanDate, type DateHabit, learnDateHabit } from '~/suppliers/import/pipeline/clean/date';
import { learnNumberHabit, type NumberHabit, readNumber } from '~/suppliers/import/pipeline/clean/number';
import { saysNothing } from '~/suppliers/import/pipeline/clean/text';
import type { RemarkCode } from '../remark';
import type { Notes, Sheet, SheetRow } from './reading.server';

/** Whether a cell says nothing, in the ways of publishers too. */
export const isBlank = (cell: string): boolean => saysNothing(cell) || /^(nan|no data|not ranked|#n\/a)$/i.test(cell.trim());

/** Codes that the World Bank writes otherwise than ISO 3166-1, or wrote so in older files. */
const bankCodes: Readonly<Record<string, string>> = { ADO: 'AD', KSV: 'XK', ROM: 'RO', TMP: 'TL', WBG: 'PS', ZAR: 'CD' };

/** The country of a row, by its code and its name; null, with a remark, where it has none that is known or the two are not of one country. */
export function countryOf(sheet: Sheet, row: SheetRow, notes: Notes): string | null {
  const found = (['countryCode', 'country'] as const).flatMap((field) => {
    const text = row.cell(field);
    if (text !== 'NA' && isBlank(text)) return [];
    const iso2 = findCountry(text) ?? (field === 'countryCode' ? bankCodes[text.toUpperCase()] : undefined) ?? null;
    return [{ field, text, iso2 }];
  });
  const known = new Set(found.flatMap(({ iso2 }) => iso2 ?? []));
  const [first] = known;
  if (known.size === 1 && first) return first;
  if (known.size > 1) {
    notes.refuse(row, 'country-disagrees', { column: sheet.headerOf('countryCode'), value: found.map(({ text }) => text).join(', ') });
    return null;
  }
  const named = found.at(-1);
  if (named) notes.refuse(row, 'unknown-country', { column: sheet.headerOf(named.field), value: named.text });
  else notes.refuse(row, 'missing-country', { column: sheet.headerOf(sheet.has('country') ? 'country' : 'countryCode') });
  return null;
}

/** How a country of a row is written, for remarks. */
export const countryText = (row: SheetRow): string => row.cell('country') || row.cell('countryCode');

export type NumberRange = { least: number; most: number };

/** Reads the numbers of some cells in the one way, point or comma, that leaves most of them within the range. */
export function numberReader(cells: readonly string[], { least, most }: NumberRange): (cell: string) => number | null {
  const telling = cells.filter((cell) => !isBlank(cell));
  const learned = learnNumberHabit(telling);
  const inRange = (habit: NumberHabit) =>
    telling.filter((cell) => {
      const value = readDecimal(cell, habit);
      return value !== null && value >= least && value <= most;
    }).length;
  const other: NumberHabit = { decimal: learned.decimal === '.' ? ',' : '.', isSure: false };
  const habit = !learned.isSure && inRange(other) > inRange(learned) ? other : learned;
  return (cell) => readDecimal(cell, habit);
}

/** A number in the habit of its column, also as programs write very small ones ("1.2E-05"). */
function readDecimal(cell: string, habit: NumberHabit): number | null {
  const bare = cell.trim();
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d{1,3}$/i.test(bare)) return Number(bare);
  return readNumber(bare, habit);
}

type ReadNumber = { row: SheetRow; cell: string; column: string; notes: Notes; read: (cell: string) => number | null };

/** A number within a range; null, with a remark, where the cell has none. */
export function numberIn({ row, cell, column, notes, read }: ReadNumber, { least, most }: NumberRange): number | null {
  const refuse = (code: RemarkCode) => {
    notes.refuse(row, code, { column, value: cell });
    return null;
  };
  if (isBlank(cell)) return refuse('missing-value');
  const value = read(cell);
  if (value === null || !Number.isFinite(value)) return refuse('not-a-number');
  return value < least || value > most ? refuse('out-of-range') : value;
}

/** A year of a report or survey: null where the cell is blank, undefined, with a remark, where it is none. */
export function yearOf(row: SheetRow, cell: string, { column, notes }: { column: string; notes: Notes }): number | null | undefined {
  if (isBlank(cell)) return null;
  const year = /^(?:FY\s?)?((?:19|20)\d\d)(?:\.0+)?(?:\s?\[YR\d{4}\]|[-/]\d{1,4}(?:[-/]\d{1,2})?)?$/.exec(cell.trim())?.[1];
  if (year !== undefined) return Number(year);
  notes.refuse(row, 'not-a-year', { column, value: cell });
  return undefined;
}

/** Reads the dates of a column: ISO, named months, and numbers with the month first where no cell says otherwise, as the publishers of these lists write. */
export function dateReader(cells: readonly string[]): (cell: string) => string | null {
  const { order } = learnDateHabit(cells);
  const habit: DateHabit = { order: order ?? 'month-first' };
  return (cell) => cleanDate(cell, habit).value ?? null;
}

/** A date that may be a month or a year alone. */
export function partialDate(cell: string, read: (cell: string) => string | null): string | null {
  const text = cell.trim();
  if (/^(19|20)\d\d$/.test(text)) return text;
  if (/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text)) return text;
  return read(text);
}

/** A text of the table; null where it says nothing. A row with one that is too long is left out. */
export function textOf(
  row: SheetRow,
  field: string,
  { sheet, notes, most = 500 }: { sheet: Sheet; notes: Notes; most?: number },
): string | null {
  const text = row.cell(field);
  if (isBlank(text)) return null;
  if (text.length <= most) return text;
  notes.refuse(row, 'text-too-long', { column: sheet.headerOf(field), value: text });
  return null;
}
