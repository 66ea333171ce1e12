import { type Cleaned, clean, flag } from '../problems';
import { saysNothing } from './text';

/** Whether day or month comes first in dates written with numbers only; null where no date of the column tells. */
export type DateHabit = { order: 'day-first' | 'month-first' | null };

const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/;
const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const months: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb', 'fev', 'fév'],
  ['mar', 'mär', 'maer'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'aoû', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic', 'déc'],
];

/** A first number above 12 says day first, a second above 12 month first. Both in one column: each such date is read by itself. */
export function learnDateHabit(cells: readonly string[]): DateHabit {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const parts = numeric.exec(cell.trim());
    if (!parts) continue;
    if (Number(parts[1]) > 12) dayFirst += 1;
    else if (Number(parts[2]) > 12) monthFirst += 1;
    else if (cell.includes('.')) dayFirst += 1;
  }
  if (dayFirst > 0 === monthFirst > 0) return { order: null };
  return { order: dayFirst > 0 ? 'day-first' : 'month-first' };
}

/** An ISO date. What could be two days is left unknown and flagged. */
export function cleanDate(cell: string, habit: DateHabit): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const text = cell.trim();
  const years = iso.exec(text);
  if (years) return toDate(cell, Number(years[1]), Number(years[2]), Number(years[3]));
  const parts = numeric.exec(text);
  if (parts) {
    const first = Number(parts[1]);
    const second = Number(parts[2]);
    const year = fullYear(parts[3] ?? '');
    if (first > 12 || text.includes('.')) return toDate(cell, year, second, first);
    if (second > 12) return toDate(cell, year, first, second);
    if (first === second) return toDate(cell, year, first, second);
    if (habit.order === null) return flag<string>(null, 'ambiguous-date', 'warning', { value: cell });
    return habit.order === 'day-first' ? toDate(cell, year, second, first) : toDate(cell, year, first, second);
  }
  const short = /^(\d{1,2})[-/ ]([\p{L}]{3,4})\.?[-/ ](\d{2}|\d{4})$/u.exec(text);
  const shortMonth = short ? monthOf(short[2] ?? '') : 0;
  if (short && shortMonth > 0) return toDate(cell, fullYear(short[3] ?? ''), shortMonth, Number(short[1]));
  const named = /^(?:(\d{1,2})\.?\s+)?([\p{L}]{3,})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/u.exec(text);
  const month = monthOf(named?.[2] ?? '');
  if (named && month > 0) return toDate(cell, Number(named[4]), month, Number(named[1] ?? named[3] ?? '1'));
  return flag<string>(null, 'not-a-date', 'warning', { value: cell });
}

/** 1 to 12, by the first letters of a month's name; 0 where it is none. */
function monthOf(name: string): number {
  return months.findIndex((names) => names.some((start) => name.toLowerCase().startsWith(start))) + 1;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year + (year < 70 ? 2000 : 1900);
}

function toDate(cell: string, year: number, month: number, day: number): Cleaned<string> {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && year < 2200
    ? clean(date.toISOString().slice(0, 10))
    : flag<string>(null, 'not-a-date', 'warning', { value: cell });
}
