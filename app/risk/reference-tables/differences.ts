import type { ComparedTable } from './compare-edition';

type Cell = string | number | null;
/** One cell that differs; a row that is left out has no field. */
export type Difference = { table: string; key: string; kind: 'new' | 'changed' | 'removed'; field: string; before: Cell; after: Cell };

/** Differences of tables from the released ones cell by cell: changed cells, then new rows, then rows left out. Empty cells of new rows are left out. */
export function differencesOf(tables: readonly ComparedTable[]): Difference[] {
  return tables.flatMap(({ table, added, changed, removed }) => [
    ...changed.flatMap(({ key, cells }) => cells.map((cell): Difference => ({ table, key, kind: 'changed', ...cell }))),
    ...added.flatMap(({ key, cells }) =>
      Object.entries(cells).flatMap(([field, after]): Difference[] =>
        after === null ? [] : [{ table, key, kind: 'new', field, before: null, after }],
      ),
    ),
    ...removed.map((key): Difference => ({ table, key, kind: 'removed', field: '', before: null, after: null })),
  ]);
}
