import { type Cleaned, clean, flag } from '../problems';
import { saysNothing } from './text';

/** A year from 1900 to 2199, alone ("2021"), as a season ("2020/21", its first year) or in a date ("2021-06-30"). */
export function cleanYear(cell: string): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);
  const found = /(?<!\d)(19|20|21)\d\d(?!\d)/.exec(cell)?.[0];
  return found ? clean(Number(found)) : flag<number>(null, 'not-a-date', 'warning', { value: cell });
}
