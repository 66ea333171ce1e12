import type { TableRow } from './pack-row';

/** The most that is cleaned and compared within a request: more would delay other requests. */
const most = { rows: 500, cellLength: 2_000 };

/** Whether a table is left to the queue, whatever the size of its file. */
export function isLongTable({ rows, header }: { rows: readonly TableRow[]; header: readonly string[] }): boolean {
  if (rows.length > most.rows) return true;
  const isLong = (text: string) => text.length > most.cellLength;
  return header.some(isLong) || rows.some(({ cells }) => cells.some(isLong));
}
