import { foldText } from '~/suppliers/parties/name-key';

export type SourceRows = readonly { cells: readonly string[] }[];

/** Rows that are looked at: more say nothing new of what a row is. */
const most = 20_000;

/** A column by its values: how many rows fill it, and how many different values (folded) it has. */
export type ColumnProfile = { filled: number; distinct: number; isCounter: boolean };
export type Profile = {
  rows: number;
  column: (at: number) => ColumnProfile;
  /** How many different pairs of values two columns have, rows without either left out. */
  pairs: (a: number, b: number) => number;
  /**
   * Of the values of `key` that occur in two rows and more, how many different values of `value` each has on average: 1 where `key` determines
   * `value`. Null where no value of `key` occurs twice.
   */
  variety: (key: number, value: number) => number | null;
  /** The share of the distinct values of `part` that occur in `whole`. */
  overlap: (part: number, whole: number) => number;
};

/** Reads what the columns of a table say of each other. Pure; a few map accesses for each row and question. */
export function profileTable(source: SourceRows): Profile {
  const rows = source.length <= most ? source : source.slice(0, most);
  const columns = new Map<number, string[]>();
  const valuesOf = (at: number): string[] => {
    const held = columns.get(at);
    if (held) return held;
    const made = rows.map(({ cells }) => foldText(cells[at] ?? ''));
    columns.set(at, made);
    return made;
  };
  return {
    rows: rows.length,
    column(at) {
      const values = valuesOf(at).filter((value) => value !== '');
      const distinct = new Set(values);
      const isCounter = values.length > 2 && distinct.size === values.length && values.every((value) => /^\d+$/.test(value));
      return { filled: values.length, distinct: distinct.size, isCounter };
    },
    pairs(a, b) {
      const [left, right] = [valuesOf(a), valuesOf(b)];
      const found = new Set<string>();
      left.forEach((value, at) => {
        if (value !== '' && right[at]) found.add(`${value}\n${right[at]}`);
      });
      return found.size;
    },
    variety(key, value) {
      const [keys, values] = [valuesOf(key), valuesOf(value)];
      const groups = new Map<string, { rows: number; values: Set<string> }>();
      keys.forEach((name, at) => {
        const said = values[at] ?? '';
        if (name === '' || said === '') return;
        const group = groups.get(name) ?? { rows: 0, values: new Set() };
        group.rows++;
        group.values.add(said);
        groups.set(name, group);
      });
      const repeated = [...groups.values()].filter((group) => group.rows > 1);
      return repeated.length === 0 ? null : repeated.reduce((sum, group) => sum + group.values.size, 0) / repeated.length;
    },
    overlap(part, whole) {
      const held = new Set(valuesOf(whole));
      const parts = new Set(valuesOf(part).filter((value) => value !== ''));
      return parts.size === 0 ? 0 : [...parts].filter((value) => held.has(value)).length / parts.size;
    },
  };
}
