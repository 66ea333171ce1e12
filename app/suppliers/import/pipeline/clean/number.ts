import { type Cleaned, clean, flag } from '../problems';
import { saysNothing } from './text';

/** Which sign groups thousands and which begins the fraction. `isSure` is false where no value of the column tells. */
export type NumberHabit = { decimal: '.' | ','; isSure: boolean };

const grouped = /^\d{1,3}([.,])\d{3}$/;

/** Reads the habit of a column from all its values together: "1.250" alone could be either, beside "12,5" it cannot. */
export function learnNumberHabit(cells: readonly string[]): NumberHabit {
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
  const { '.': dot, ',': comma } = seen;
  if (dot === comma) return { decimal: '.', isSure: false };
  return { decimal: dot > comma ? '.' : ',', isSure: dot === 0 || comma === 0 || Math.max(dot, comma) > 9 * Math.min(dot, comma) };
}

function strip(cell: string): string {
  return cell.replace(/[\s\u00a0\u202f'’_]/g, '').replace(/^[+]/, '');
}

/** A number in the habit of its column; null when it is none. Grouping signs must group by three (or by two, as in India). */
export function readNumber(cell: string, habit: NumberHabit): number | null {
  let bare = strip(cell);
  const group = habit.decimal === '.' ? ',' : '.';
  const sign = bare.startsWith('-') || bare.startsWith('−') || /^\(.*\)$/.test(bare) ? -1 : 1;
  bare = bare.replace(/^[-−]|^\(|\)$/g, '');
  const [whole = '', fraction, ...rest] = bare.split(habit.decimal);
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

/** Any number in the habit of its column. Whether it is in the range of its field is checked with the row. */
export function cleanNumber(cell: string, habit: NumberHabit): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);
  const value = readNumber(cell, habit);
  return value === null ? flag<number>(null, 'not-a-number', 'warning', { value: cell }) : clean(value);
}

/** What people write before a count that they know roughly: the count is taken as it is, and the cell stays as written. */
const approximate = /^\s*(?:abt\.?|about|approx(?:\.|imately)?|around|ca\.?|circa|env(?:\.|iron)?|etwa|aprox\.?|±|~|≈)\s*(?=\d)/i;

/** A count of people: a whole number from 0. "1.250" and "1,250" are thousands here, because a fraction of a person is impossible. */
export function cleanCount(cell: string, habit: NumberHabit): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);
  const bare = strip(cell.replace(approximate, '')).replace(/(workers|employees|people|persons|pers\.?|mitarbeiter|salariés)$/i, '');
  if (/^\d[\d.,]*[-–—~]\d[\d.,]*$/.test(bare)) return flag<number>(null, 'number-range', 'warning', { value: cell });
  if (grouped.test(bare) && !bare.startsWith('0')) {
    const value = Number(bare.replace(/[.,]/, ''));
    const isDecimalHere = habit.isSure && bare.includes(habit.decimal);
    return isDecimalHere ? flag(value, 'ambiguous-number', 'warning', { value: cell, readAs: value }) : clean(value);
  }
  const value = readNumber(bare, habit) ?? readNumber(bare, { ...habit, decimal: habit.decimal === '.' ? ',' : '.' });
  if (value === null) return flag<number>(null, 'not-a-number', 'warning', { value: cell });
  if (value < 0) return flag<number>(null, 'negative-number', 'error', { value: cell });
  if (!Number.isInteger(value)) return flag<number>(null, 'not-whole', 'warning', { value: cell });
  return value > 10_000_000 ? flag<number>(null, 'not-a-number', 'warning', { value: cell }) : clean(value);
}
