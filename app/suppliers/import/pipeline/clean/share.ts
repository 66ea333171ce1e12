import { type Cleaned, clean, flag } from '../problems';
import { type NumberHabit, learnNumberHabit, readNumber } from './number';
import { saysNothing } from './text';

/** How a column writes shares: 0.35, or 35, with or without a percent sign on some cells; or as the number of people. */
export type ShareHabit = { numbers: NumberHabit; unsigned: 'fraction' | 'percent' | 'people'; isSure: boolean };

export const signed = /%|percent|pct|prozent|pour ?cent|por ?ciento/i;

/** Reads the habit from all values of a column: one unsigned value above 1 makes the others percentages too. */
export function learnShareHabit(cells: readonly string[]): ShareHabit {
  const telling = cells.filter((cell) => !saysNothing(cell));
  const numbers = learnNumberHabit(telling.map((cell) => cell.replace(signed, '')));
  const unsigned = telling.filter((cell) => !signed.test(cell)).flatMap((cell) => readNumber(cell, numbers) ?? []);
  const above = unsigned.filter((value) => value > 1).length;
  const fractions = unsigned.filter((value) => value > 0 && value < 1).length;
  return {
    numbers,
    // Where every value has its sign, one without would be meant the same way.
    unsigned: above > 0 || (unsigned.length === 0 && telling.length > 0) ? 'percent' : 'fraction',
    isSure: above === 0 ? fractions > 0 || unsigned.every((value) => value === 0) : fractions === 0,
  };
}

/**
 * A share from 0 to 1 with at most six decimals.
 * Real lists count migrants against a smaller headcount and reach 110 %: up to 150 % is read as the whole and flagged, beyond it stays unknown.
 * What cannot be a share never excludes its row.
 * Values that the column leaves ambiguous are read and flagged.
 */
export function cleanShare(cell: string, habit: ShareHabit): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);
  const hasSign = signed.test(cell);
  const bare = cell.replace(signed, '').trim();
  if (/^\d[\d.,]*\s*[-–—~]\s*\d[\d.,]*$/.test(bare)) return flag<number>(null, 'number-range', 'warning', { value: cell });
  const number = readNumber(bare, habit.numbers);
  if (number === null) return flag<number>(null, 'not-a-share', 'warning', { value: cell });
  if (number < 0) return flag<number>(null, 'negative-number', 'warning', { value: cell });
  const share = round(hasSign || habit.unsigned === 'percent' ? number / 100 : number);
  if (share > 1.5) return flag<number>(null, 'share-impossible', 'warning', { value: cell });
  if (share > 1) return flag(1, 'share-over-100', 'warning', { value: cell, readAs: '100 %' });
  const isDoubtful = !hasSign && !habit.isSure && number > 0 && number <= 1;
  return isDoubtful ? flag(share, 'ambiguous-share', 'warning', { value: cell, readAs: `${round(share * 100)} %` }) : clean(share);
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
