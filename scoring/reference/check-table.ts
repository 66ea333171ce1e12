import { countryRow } from './country-rows.ts';
import { tableDefinition, vintagesOf } from './registry.ts';
import { recordsOf, type ReferenceTable } from './schema.ts';
import { type Column, rowSchemaOf, type TableDefinition } from './table-schema.ts';
import type { ReferenceTableId } from './tables.ts';

/** Where the vintages of a table differ from its `table.json`, in English; empty where they agree. Throws for a file that is not well formed. */
export function problemsOfTable(id: ReferenceTableId): string[] {
  const definition = tableDefinition(id);
  const problems = definition.id === id ? [] : [`table.json has the id ${definition.id}`];
  for (const table of vintagesOf(id))
    for (const problem of problemsOfVintage(table, definition)) problems.push(`${id}@${table.vintage}: ${problem}`);
  return problems;
}

function* problemsOfVintage(table: ReferenceTable, definition: TableDefinition): Generator<string> {
  if (table.id !== definition.id) yield `has the id ${table.id}`;
  const names = Object.keys(table.fields);
  const key = Object.keys(definition.key).join(', ');
  if (names.slice(0, table.keyFields).join(', ') !== key) yield `is not keyed by ${key}`;
  const columns = Object.entries({ ...definition.key, ...definition.columns });
  for (const [name, column] of columns) {
    const field = table.fields[name];
    if (!field) yield `has no column ${name}`;
    const figure = column.number ?? column.integer;
    if (field && figure && (field.unit !== figure.unit || field.direction !== figure.direction))
      yield `${name} is in ${field.unit}, ${field.direction}; table.json has ${figure.unit}, ${figure.direction}`;
  }
  const schema = rowSchemaOf(definition);
  for (const { key: row, cells } of recordsOf(table)) {
    for (const { path, message } of schema.safeParse(cells).error?.issues ?? []) yield `${row}, ${path.join('.')}: ${message}`;
    for (const [name, column] of columns) if (!isKnownCountry(column, cells[name])) yield `${row}, ${name}: no country ${cells[name]}`;
  }
}

const newest = '9999-12-31';
const isKnownCountry = (column: Column, cell: unknown): boolean =>
  column.country === undefined || typeof cell !== 'string' || countryRow(cell, newest) !== null;
