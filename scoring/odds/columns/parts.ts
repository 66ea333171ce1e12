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

/** Reads each distinct key once. */
export function once<K, V>(read: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const held = known.get(key);
    if (held !== undefined) return held;
    const made = read(key);
    known.set(key, made);
    return made;
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
