import { type Cleaned, clean, flag } from '../problems';
import { saysNothing } from './text';

/**
 * Which sign groups thousands and which begins the fraction. `isSure` is false where no value of the column tells; `isOpen`: no number of the whole
 * file tells either, and the sign is that of the language of its headings.
 */
export type NumberHabit = { decimal: DecimalSign; isSure: boolean; isOpen?: boolean };
export type DecimalSign = '.' | ',';

const grouped = /^\d{1,3}([.,])\d{3}$/;

/** Reads the habit of a column from all its values together: "1.250" alone could be either, beside "12,5" it cannot. */
export function learnNumberHabit(cells: readonly string[]): NumberHabit {
  const { '.': dot, ',': comma } = countSigns(cells);
  if (dot === comma) return { decimal: '.', isSure: false };
  return { decimal: dot > comma ? '.' : ',', isSure: dot === 0 || comma === 0 || Math.max(dot, comma) > 9 * Math.min(dot, comma) };
}

/** How many of the numbers can only be written with each decimal sign. */
export function countSigns(cells: readonly string[]): Record<DecimalSign, number> {
  const seen = { '.': 0, ',': 0 };
  for (const cell of cells) {
    const bare = strip(cell);
    const last = bare.lastIndexOf('.') > bare.lastIndexOf(',') ? '.' : ',';
    const other = last === '.' ? ',' : '.';
    if (!bare.includes(last)) continue;
    if (bare.includes(other)) seen[last] += 1;
    else if (bare.split(last).length > 2) seen[other] += 1;
    else if (!grouped.test(bare) || bare.startsWith('0')) seen[last] += 1;
  }
  return seen;
}

function strip(cell: string): string {
  return cell.replace(/[\s'’‘´`ʼ_]/g, '').replace(/^[+]/, '');
}

const otherSign = (sign: DecimalSign): DecimalSign => (sign === '.' ? ',' : '.');

/**
 * A number in the habit of its column; null when it is none. Grouping signs must group by three (or by two, as in India). A number that can only be
 * written the other way ("1.240.000,50" in a column of points) is read that way.
 */
export function readNumber(cell: string, habit: NumberHabit): number | null {
  return readAs(cell, habit.decimal) ?? readAs(cell, otherSign(habit.decimal));
}

function readAs(cell: string, decimal: DecimalSign): number | null {
  let bare = strip(cell);
  const group = otherSign(decimal);
  const sign = bare.startsWith('-') || bare.startsWith('−') || /^\(.*\)$/.test(bare) ? -1 : 1;
  bare = bare.replace(/^[-−]|^\(|\)$/g, '');
  const [whole = '', fraction, ...rest] = bare.split(decimal);
  const groups = whole.split(group);
  const isGrouped = groups.length > 1;
  if (rest.length > 0 || !/^\d+$/.test(groups.join('')) || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  if (
    isGrouped &&
    (!/^\d{1,3}$/.test(groups[0] ?? '') ||
      groups.slice(1, -1).some((part) => !/^\d{2,3}$/.test(part)) ||
      !/^\d{3}$/.test(groups.at(-1) ?? ''))
  )
    return null;
  const value = Number(`${groups.join('')}${fraction === undefined ? '' : `.${fraction}`}`);
  return Number.isFinite(value) ? sign * value : null;
}

/**
 * An amount in the habit of its column. Where the file does not tell which sign begins the fraction, one sign before three digits groups thousands: goods
 * are ordered by the thousand more often than weighed by the gram. `isAssumed`: the headings would have it otherwise.
 */
export function readAmount(text: string, habit: NumberHabit): { value: number | null; isAssumed: boolean } {
  const bare = strip(text).replace(/^[-−]/, '');
  const sign = grouped.exec(bare)?.[1];
  if (!habit.isOpen || sign !== habit.decimal || bare.startsWith('0')) return { value: readNumber(text, habit), isAssumed: false };
  return { value: readNumber(text, { ...habit, decimal: otherSign(habit.decimal) }), isAssumed: true };
}

/** Any number in the habit of its column. Whether it is in the range of its field is checked with the row. */
export function cleanNumber(cell: string, habit: NumberHabit): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);
  const value = readNumber(cell, habit);
  return value === null ? flag<number>(null, 'not-a-number', 'warning', { value: cell }) : clean(value);
}

/** What people write before a count that they know roughly: the count is taken as it is, and the cell stays as written. */
const approximate = /^\s*(?:abt\.?|about|approx(?:\.|imately)?|around|ca\.?|circa|env(?:\.|iron)?|etwa|aprox\.?|±|~|≈)\s*(?=\d)/i;
/** The same after it. */
const approximateAfter = /(?<=\d)\s*(?:\(?(?:approx(?:\.|imately)?|about|circa|ca\.?|env(?:\.|iron)?|aprox\.?)\)?|\+)\s*$/i;

/** A count of people: a whole number from 0. "1.250" and "1,250" are thousands here, because a fraction of a person is impossible. */
export function cleanCount(cell: string, habit: NumberHabit): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);
  const bare = strip(cell.replace(approximate, '').replace(approximateAfter, '')).replace(
    /(workers|employees|people|persons|pers\.?|mitarbeiter|salariés)$/i,
    '',
  );
  if (/^\d[\d.,]*[-–—~]\d[\d.,]*$/.test(bare)) return flag<number>(null, 'number-range', 'warning', { value: cell });
  if (grouped.test(bare) && !bare.startsWith('0')) {
    const value = Number(bare.replace(/[.,]/, ''));
    const isDecimalHere = habit.isSure && bare.includes(habit.decimal);
    return isDecimalHere ? flag(value, 'ambiguous-number', 'warning', { value: cell, readAs: value }) : clean(value);
  }
  const value = readNumber(bare, habit);
  if (value === null) return flag<number>(null, 'not-a-number', 'warning', { value: cell });
  if (value < 0) return flag<number>(null, 'negative-number', 'error', { value: cell });
  if (!Number.isInteger(value)) return flag<number>(null, 'not-whole', 'warning', { value: cell });
  return value > 10_000_000 ? flag<number>(null, 'not-a-number', 'warning', { value: cell }) : clean(value);
}
