import { type ReferenceConfidence, type ReferenceTable, recordsOf, rowKey } from './schema.ts';
import { provenanceOf, tableDefinition, tableFor, type WithProvenance } from './registry.ts';
import { rowSchemaOf } from './table-schema.ts';
import type { ReferenceTableId, tables } from './tables.ts';

type Filled<Column> = Column extends { choice: infer Choices }
  ? keyof Choices & string
  : Column extends { number: unknown } | { integer: unknown } | { year: unknown }
    ? number
    : Column extends { flag: unknown } | { yesNo: unknown }
      ? boolean
      : Column extends { confidence: unknown }
        ? ReferenceConfidence
        : string;
type Cell<Column> = Column extends { list: unknown; of: infer Members }
  ? (keyof Members & string)[]
  : Column extends { list: unknown }
    ? string[]
    : Column extends { blank: unknown }
      ? Filled<Column> | null
      : Filled<Column>;
type Cells<Columns> = { -readonly [Name in keyof Columns]: Cell<Columns[Name]> };
type Definition<Id extends ReferenceTableId> = (typeof tables)[Id][0];

/** The cells that identify a row of a table, by the `key` of its `table.json`. */
export type TableKey<Id extends ReferenceTableId> = Cells<Definition<Id>['key']>;
/** A row of a table in the columns of its `table.json`, with where it was read. */
export type TableRow<Id extends ReferenceTableId> = WithProvenance<TableKey<Id> & Cells<Definition<Id>['columns']>>;

const read = new WeakMap<ReferenceTable, ReadonlyMap<string, unknown>>();

/** All rows of a table as of a day, by row key, in the order of the file; of its newest vintage when no day is named. Read once for each vintage. */
export function tableRows<Id extends ReferenceTableId>(id: Id, asOf: string | undefined): ReadonlyMap<string, TableRow<Id>> {
  const table = tableFor(id, asOf);
  const known = read.get(table) as ReadonlyMap<string, TableRow<Id>> | undefined;
  if (known) return known;
  const schema = rowSchemaOf(tableDefinition(id));
  const rows = new Map(
    recordsOf(table).map(({ key, confidence, cells }) => [
      key,
      // The types above are those of the schema: both follow the columns of table.json.
      { ...schema.parse(cells), provenance: provenanceOf(table, key, confidence) } as unknown as TableRow<Id>,
    ]),
  );
  read.set(table, rows);
  return rows;
}

/** One row of a table as of a day; null where it has none with this key. */
export function tableRow<Id extends ReferenceTableId>(id: Id, key: TableKey<Id>, asOf: string | undefined): TableRow<Id> | null {
  const cells: Readonly<Record<string, unknown>> = key;
  const parts = Object.keys(tableDefinition(id).key).map((name) => cells[name] ?? null);
  return tableRows(id, asOf).get(rowKey(parts as (string | number | null)[], parts.length)) ?? null;
}
