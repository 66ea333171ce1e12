import { type OwnEdition, type OwnRowsTable, type ReferenceTable, recordsOf, tablesOfKind, vintagesOf } from '#scoring';

type Cell = string | number | null;
/** What an edition has otherwise than the released table: rows by their key, cells by the name of the field. */
export type ComparedTable = {
  table: string;
  added: { key: string; cells: Record<string, Cell> }[];
  changed: { key: string; cells: { field: string; before: Cell; after: Cell }[] }[];
  removed: string[];
  same: number;
};

/** With the name of the table in the reader's language; its id where it is not released. */
export type NamedComparison = ComparedTable & { name: string };

/** How a row is known says nothing about the country or the entity in it. */
const notCompared: ReadonlySet<string> = new Set(['confidence', 'issuedConfidence', 'note']);

/**
 * An edition beside the released vintages in force on its first day, whatever own tables count: rows that are new, changed (cell by cell), removed or the same. How a
 * row is known, and its note, are not compared, nor a field that the edition does not speak of. An index that is released with no table has new rows alone.
 */
export function compareEdition(edition: OwnEdition): ComparedTable[] {
  return tablesOfKind(edition.kind).flatMap((id) => {
    const own = edition.tables[id];
    return own ? [compareTable(id, own, releasedOn(id, edition.inForceFrom))] : [];
  });
}

/** The released vintage of a day, the oldest for a day before it; null for a table that is not released. */
function releasedOn(id: OwnRowsTable, day: string): ReferenceTable | null {
  if (id === 'slavery-index') return null;
  const vintages = vintagesOf(id);
  return vintages.findLast(({ inForceFrom }) => inForceFrom <= day) ?? vintages[0] ?? null;
}

type OwnRows = NonNullable<OwnEdition['tables'][OwnRowsTable]>;

function compareTable(table: OwnRowsTable, own: OwnRows, released: ReferenceTable | null): ComparedTable {
  const before = new Map(released ? recordsOf(released).map(({ key, cells }) => [key, cells]) : []);
  const fields = released ? Object.keys(released.fields) : ['iso2', 'perThousand'];
  const keyFields = fields.slice(0, released?.keyFields ?? 1);
  const compared = fields.filter((field) => !notCompared.has(field));
  const result: ComparedTable = { table, added: [], changed: [], removed: [], same: 0 };
  const written = new Set<string>();
  for (const cells of own.rows) {
    const key = keyFields.map((field) => cells[field] ?? '').join(':');
    written.add(key);
    const known = before.get(key);
    const now = Object.fromEntries(compared.map((field) => [field, cells[field] ?? null]));
    if (!known) {
      result.added.push({ key, cells: now });
      continue;
    }
    const moved = compared.flatMap((field) => {
      if (!(field in cells)) return [];
      const [was, is] = [known[field] ?? null, now[field] ?? null];
      return was === is ? [] : [{ field, before: was, after: is }];
    });
    if (moved.length > 0) result.changed.push({ key, cells: moved });
    else result.same += 1;
  }
  result.removed = own.removed.filter((key) => before.has(key) && !written.has(key));
  return result;
}
