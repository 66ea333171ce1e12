import { type PlainColumn, plainColumns } from '~/suppliers/fields/definition/import-columns';
import { cleanCount, cleanNumber } from './clean/number';
import { limits } from './limits';
import type { RowReading } from './row-reading.server';

type Value = string | number | null;
type Values = Partial<Record<PlainColumn, Value>>;
type Reader = (read: RowReading, column: PlainColumn, before: Values) => Value;

/** How the cells of a type of field are read. */
const readers: Readonly<Record<string, Reader>> = {
  people: (read, column) => read.number(column, cleanCount),
  number: (read, column) => read.number(column, cleanNumber),
  share: (read, column, { workers }) => read.peopleShare(column, typeof workers === 'number' ? workers : null),
};

/** The workforce is read before the shares of it. */
const plain = plainColumns
  .toSorted((a, b) => Number(b.column === 'workers') - Number(a.column === 'workers'))
  .map(({ column, definition }): { column: PlainColumn; reader: Reader } => {
    const { name, length = limits.textLength } = definition.type;
    const limit = Math.min(length, limits.textLength);
    return { column, reader: readers[name] ?? ((read) => read.text(column, limit)) };
  });

/** The fields of a row that are read by their type alone. */
export function readPlain(read: RowReading): Record<PlainColumn, Value> {
  const values: Values = {};
  for (const { column, reader } of plain) values[column] = reader(read, column, values);
  return values as Record<PlainColumn, Value>;
}
