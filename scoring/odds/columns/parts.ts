import type { Dictionary } from '../../engine/columns/fact-columns.ts';

/** Points and variance of a line, and whether it is known. */
export type Part = { points: number; variance: number; isKnown: boolean };
export const part = ({ points, error, isKnown }: { points: number; error: number; isKnown: boolean }): Part => ({
  points,
  variance: error ** 2,
  isKnown,
});

/** Takes the lines of a row, by their numbers in `inherentLines` and in that order: nothing is allocated for a row. */
export type AddLine = (line: number, points: number, variance: number, isKnown: boolean) => void;

/** Up to so many keys have a place of their own in an array (16 MB), where a key is found without hashing it. */
const mostPlaces = 2 ** 22;

/** Reads each distinct key, a whole number from 0 to below `keys`, once. */
export function once<V>(keys: number, read: (key: number) => V): (key: number) => V {
  const made: V[] = [];
  if (keys > mostPlaces) {
    const known = new Map<number, number>();
    return (key) => {
      const at = known.get(key);
      if (at !== undefined) return made[at] as V;
      const value = read(key);
      known.set(key, made.push(value) - 1);
      return value;
    };
  }
  const placeOf = new Int32Array(keys);
  return (key) => {
    const place = placeOf[key] ?? 0;
    if (place > 0) return made[place - 1] as V;
    const value = read(key);
    placeOf[key] = made.push(value);
    return value;
  };
}

/** Each word once, in the order in which a single party's lists are read. */
export const distinct = (list: readonly string[] | undefined): string[] => [...new Set(list ?? [])].sort();

/** Number of the row's list in its dictionary, -1 where the bit is not set. */
export function codeAt({ code, values }: Dictionary<unknown>, row: number, isSet: boolean): number {
  if (!isSet) return -1;
  const number = code[row] ?? -1;
  if (number >= 0 && number < values.length) return number;
  throw new RangeError(`row ${row}: ${number} is no code of its dictionary`);
}
