import { foldEntityName, type ReferenceTable, recordsOf, vintagesOf } from '#scoring';

type Cells = ReturnType<typeof recordsOf>[number]['cells'];
export type ReleasedRow = { key: string; cells: Cells };

const known = new Map<string, { table: ReferenceTable; rows: ReleasedRow[]; byName: Map<string, ReleasedRow[]> }>();

/** The rows of the newest released vintage of a list of names, and which of them have a name, folded as alerts fold it. */
export function releasedNames(table: 'listed-entities' | 'import-orders', nameField: 'aliases' | 'names') {
  const newest = vintagesOf(table).at(-1);
  if (!newest) throw new RangeError(`${table} holds no vintage`);
  const before = known.get(table);
  if (before?.table === newest) return before;
  const rows = recordsOf(newest).map(({ key, cells }) => ({ key, cells }));
  const byName = new Map<string, ReleasedRow[]>();
  for (const row of rows) {
    const names = [textIn(row.cells.entity), ...(nameField === 'names' ? textIn(row.cells.names).split('|') : [])];
    for (const name of new Set(names.map((each) => foldEntityName(each)))) {
      if (name === '') continue;
      byName.set(name, [...(byName.get(name) ?? []), row]);
    }
  }
  const made = { table: newest, rows, byName };
  known.set(table, made);
  return made;
}

export const textIn = (cell: string | number | null | undefined): string => (typeof cell === 'string' ? cell : '');
