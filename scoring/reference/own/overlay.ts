import { type ReferenceTable, rowKey } from '../schema.ts';
import { type HeldEdition, type OwnRowsTable, ownTableKinds, tablesOfKind } from './edition.ts';
import { countingEditions } from './standing.ts';

const overlaid = new WeakMap<ReferenceTable, Map<string, ReferenceTable>>();
const owners = new WeakMap<ReferenceTable, ReadonlyMap<string, HeldEdition>>();
const released = new WeakMap<ReferenceTable, ReferenceTable>();

const withOwnRows: ReadonlySet<string> = new Set(ownTableKinds.flatMap((kind) => tablesOfKind(kind)));
const canHoldOwnRows = (id: string): id is OwnRowsTable => withOwnRows.has(id);

/** The released vintage of a table with the rows of the own editions that count; the same object for the same editions. */
export function withOwnRowsOf(table: ReferenceTable, asOf: string | undefined): ReferenceTable {
  if (!canHoldOwnRows(table.id)) return table;
  const editions = countingEditions(table.id, asOf);
  if (editions.length === 0) return table;
  const known = overlaid.get(table) ?? new Map<string, ReferenceTable>();
  overlaid.set(table, known);
  const hashes = editions.map(({ hash }) => hash).join(' ');
  const before = known.get(hashes);
  if (before) return before;
  const made = overlay(table, table.id, editions);
  if (known.size > 16) known.clear();
  known.set(hashes, made);
  return made;
}

/** The edition that a row was read from; null for a row of the released table. */
export const ownEditionOf = (table: ReferenceTable, row: string): HeldEdition | null => owners.get(table)?.get(row) ?? null;

/** The released table under the rows of own editions; the table itself where it has none. */
export const releasedUnder = (table: ReferenceTable): ReferenceTable => released.get(table) ?? table;

function overlay(table: ReferenceTable, id: OwnRowsTable, editions: readonly HeldEdition[]): ReferenceTable {
  const names = Object.keys(table.fields);
  const rows = new Map(table.rows.map((row) => [rowKey(row, table.keyFields), row]));
  const owner = new Map<string, HeldEdition>();
  const touched = new Set<string>();
  for (const edition of editions) {
    const own = edition.tables[id];
    for (const key of own?.removed ?? []) {
      touched.add(key);
      rows.delete(key);
    }
    for (const cells of own?.rows ?? []) {
      const row = names.map((name) => cells[name] ?? null);
      const key = rowKey(row, table.keyFields);
      touched.add(key);
      rows.set(key, row);
      owner.set(key, edition);
    }
  }
  const newest = editions.at(-1);
  const made: ReferenceTable = {
    ...table,
    vintage: `${table.vintage}+${editions.map(({ hash }) => hash.slice(0, 8)).join('+')}`,
    origin: { ...table.origin, datePublished: laterOf(table.origin.datePublished, newest?.publishedOn ?? null) },
    corrections: table.corrections.filter(({ row }) => !touched.has(row)),
    rows: [...rows.values()],
  };
  owners.set(made, owner);
  released.set(made, table);
  return made;
}

function laterOf(released: string | null, own: string | null): string | null {
  if (released === null || own === null) return own ?? released;
  return own > released ? own : released;
}
