import { type Cursor, encodeCursor } from './cursor';

/**
 * The result of a keyset query, in its own order and with one row more than a page → the rows of the page in the order of the list, with the
 * cursors of its neighbours (null where there is none). `from`: the requested cursor.
 */
export function cutPage<Row>(
  found: readonly Row[],
  { take, from, isBackward }: { take: number; from: Cursor | null; isBackward: boolean },
  keyOf: (row: Row) => Cursor,
): { rows: Row[]; before: string | null; after: string | null } {
  const rows = isBackward ? found.slice(0, take).reverse() : found.slice(0, take);
  const hasMore = found.length > take;
  const cursorAt = (row: Row | undefined) => (row === undefined ? null : encodeCursor(keyOf(row)));
  return {
    rows,
    before: (isBackward ? hasMore : from !== null) ? cursorAt(rows[0]) : null,
    after: isBackward || hasMore ? cursorAt(rows.at(-1)) : null,
  };
}
