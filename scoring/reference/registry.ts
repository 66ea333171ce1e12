import type { TraceNode } from '../types.ts';
import { ownEditionOf, releasedUnder, withOwnRowsOf } from './own/overlay.ts';
import { type ReferenceTable, referenceTableSchema } from './schema.ts';
import { type TableDefinition, tableDefinitionSchema } from './table-schema.ts';
import { type ReferenceTableId, tables } from './tables.ts';

/** The ids of all tables, in the order in which pages list them. */
export const referenceTableIds: readonly ReferenceTableId[] = /* @__PURE__ */ Object.keys(tables) as ReferenceTableId[];

export const isReferenceTable = (id: string): id is ReferenceTableId => Object.hasOwn(tables, id);

const definitions = new Map<ReferenceTableId, TableDefinition>();

/** What `table.json` says of a table. Throws when it is not well formed. */
export function tableDefinition(id: ReferenceTableId): TableDefinition {
  const known = definitions.get(id);
  if (known) return known;
  const definition = tableDefinitionSchema.parse(tables[id][0]);
  definitions.set(id, definition);
  return definition;
}

/** The short name of a table in a language; in English where that language has none. */
export function tableTitle(id: ReferenceTableId, locale: string): string {
  const { title } = tableDefinition(id);
  const titles: Readonly<Record<string, string | undefined>> = title;
  return titles[locale] ?? title.en;
}

const parsed = new Map<ReferenceTableId, ReferenceTable[]>();

/** All vintages of a table, oldest first. Throws when a file is not well formed. */
export function vintagesOf(id: ReferenceTableId): ReferenceTable[] {
  const known = parsed.get(id);
  if (known) return known;
  const [, ...files]: readonly unknown[] = tables[id];
  const vintages = files.map((file) => referenceTableSchema.parse(file)).sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  parsed.set(id, vintages);
  return vintages;
}

/**
 * The vintage in force on `asOf` (ISO day): the latest whose `inForceFrom` is not after it, with the rows of the own tables that count (`withOwnTables`).
 * Throws RangeError for a day before the first vintage: the method did not exist then.
 */
export function referenceAt(id: ReferenceTableId, asOf: string): ReferenceTable {
  const found = vintagesOf(id).findLast((each) => each.inForceFrom <= asOf);
  if (!found) throw new RangeError(`No vintage of ${id} is in force on ${asOf}`);
  return withOwnRowsOf(found, asOf);
}

/** The table as of a day, or its newest vintage when no day is named. */
export function tableFor(id: ReferenceTableId, asOf: string | undefined): ReferenceTable {
  if (asOf !== undefined) return referenceAt(id, asOf);
  const newest = vintagesOf(id).at(-1);
  if (!newest) throw new RangeError(`${id} has no vintage`);
  return withOwnRowsOf(newest, undefined);
}

/** Where a value was read: table, vintage, row key, how well known, producer and licence. */
export type Provenance = NonNullable<TraceNode['reference']>;
export type WithProvenance<T> = T & { provenance: Provenance };

export function provenanceOf(table: ReferenceTable, row: string, confidence: Provenance['confidence']): Provenance {
  const own = ownEditionOf(table, row);
  if (own) return { table: table.id, vintage: own.title, row, confidence, producer: own.producer, licence: own.licence, own: own.hash };
  const { vintage } = releasedUnder(table);
  return { table: table.id, vintage, row, confidence, producer: table.origin.producer, licence: table.origin.licence.name };
}
