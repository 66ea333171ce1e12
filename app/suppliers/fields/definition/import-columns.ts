import type { FieldDefinition, ImportColumn } from './define-field';
import { definitions, type FieldKey, type Fields } from './read-fields';

type ImportKey = { [Key in FieldKey]: Fields[Key] extends { import: object } ? Key : never }[FieldKey];
type ColumnOf<Key extends ImportKey> = Fields[Key]['import'] extends { column: infer Column extends string } ? Column : Key;
/** The columns of lists from which fields are read. */
export type FieldColumn = { [Key in ImportKey]: ColumnOf<Key> }[ImportKey];
/** Those of them that are read by the type of the field; the column has the field's key. */
export type PlainColumn = { [Key in ImportKey]: Fields[Key]['import'] extends { isReadApart: true } ? never : Key }[ImportKey];
/** Fields that are added up over the sites of a supplier. */
export type AddedUpKey = { [Key in ImportKey]: Fields[Key]['import'] extends { isAddedUp: true } ? Key : never }[ImportKey];

export type ReadColumn = { column: FieldColumn; key: FieldKey; definition: FieldDefinition; rule: ImportColumn };
/** Every field that is read from lists, with its column, in the order in which columns are offered. */
export const importColumns: readonly ReadColumn[] = definitions
  .flatMap((definition) =>
    definition.import
      ? [{ column: (definition.import.column ?? definition.key) as FieldColumn, key: definition.key, definition, rule: definition.import }]
      : [],
  )
  .sort((a, b) => a.rule.order - b.rule.order);

export const plainColumns = importColumns.filter(({ rule }) => !rule.isReadApart) as readonly (ReadColumn & { column: PlainColumn })[];
export const addedUpKeys = importColumns.filter(({ rule }) => rule.isAddedUp).map(({ key }) => key as AddedUpKey);

const byColumn: ReadonlyMap<string, ReadColumn> = new Map(importColumns.map((each) => [each.column, each]));
/** The field that is read from a column; undefined where the column is no field's. */
export const fieldOfColumn = (column: string): ReadColumn | undefined => byColumn.get(column);
