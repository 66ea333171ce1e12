import { type OwnEdition, type ReferenceTableId, type TableDefinition, tableDefinition } from '#scoring';
import { countryOf, countryText, isBlank, numberIn, numberReader, textOf, yearOf } from './cells.server';
import { type Entry, type Notes, type Sheet, type SheetRow, resolveEntries } from './reading.server';

type Column = TableDefinition['columns'][string];
type Cells = Record<string, string | number | null>;

const rangeOf = ({ number, integer }: Column) => {
  const [least, most] = (number ?? integer)?.range ?? [null, null];
  return { least: least ?? Number.NEGATIVE_INFINITY, most: most ?? Number.POSITIVE_INFINITY };
};

/** Rows in the columns of a table's `table.json`; a row with a cell that the table does not allow is rejected. */
export function readDeclared(id: ReferenceTableId, sheet: Sheet, notes: Notes): OwnEdition['tables'] {
  const { key, columns } = tableDefinition(id);
  const all = Object.entries({ ...key, ...columns });
  const readers = new Map(
    all.map(([name, column]) => [
      name,
      numberReader(
        sheet.rows.map((row) => row.cell(name)),
        rangeOf(column),
      ),
    ]),
  );
  /** A cell; undefined, with a remark, where it is none of the column. */
  const cellOf = (row: SheetRow, name: string, column: Column): string | number | null | undefined => {
    if (column.country) return countryOf(sheet, row, notes) ?? undefined;
    const cell = row.cell(name);
    const header = sheet.headerOf(name);
    if (isBlank(cell) && !(column.year && sheet.year !== null)) {
      if (column.blank === undefined) notes.refuse(row, 'missing-value', { column: header });
      return column.blank === undefined ? undefined : null;
    }
    if (column.year) {
      const year = yearOf(row, cell, { column: header, notes });
      return year === null ? sheet.year : year;
    }
    if (column.text) return textOf(row, name, { sheet, notes }) ?? undefined;
    const value = numberIn({ row, cell, column: header, notes, read: readers.get(name) ?? (() => null) }, rangeOf(column));
    if (value === null || column.number || Number.isInteger(value)) return value ?? undefined;
    notes.refuse(row, 'not-a-number', { column: header, value: cell });
    return undefined;
  };
  const entries = sheet.rows.flatMap((row): Entry<Cells>[] => {
    const cells: Cells = {};
    for (const [name, column] of all) {
      // What the file does not have a column for is left out rather than blank.
      if (!column.country && !column.year && !sheet.has(name)) continue;
      const cell = cellOf(row, name, column);
      if (cell === undefined) return [];
      cells[name] = cell;
    }
    const rowKey = Object.keys(key).map((name) => cells[name] ?? '');
    return [{ row, key: rowKey.join(':'), label: countryText(row), cells }];
  });
  return { [id]: { rows: resolveEntries(entries, notes).map(({ cells }) => cells), removed: [] } };
}
