import { foldHeader } from './fold-header';
import { headerWords } from './header-words';
import type { TableRow } from './pack-row';
import { countTierHeaders } from './tier-columns';

const known: ReadonlySet<string> = new Set([...headerWords.values()].flat());
const searched = 40;

/** How many cells of a row are words that people write above columns. */
export function countHeaderWords(cells: readonly string[]): number {
  return cells.filter((cell) => known.has(foldHeader(cell))).length + countTierHeaders(cells);
}

/**
 * Finds the header under titles, logos and blank rows: the row with most header words, else the first row as wide as the table.
 * Returns the index into `rows`, or −1 when the first full row already contains data.
 */
export function findHeader(rows: readonly TableRow[]): number {
  const head = rows.slice(0, searched);
  let best = -1;
  let bestWords = 0;
  head.forEach((row, at) => {
    const words = countHeaderWords(row.cells);
    const filled = row.cells.filter((cell) => cell !== '').length;
    if (filled >= 2 && words > bestWords && words >= Math.min(2, filled * 0.3)) {
      best = at;
      bestWords = words;
    }
  });
  if (best >= 0) return best;
  const width = typicalWidth(head);
  const first = head.findIndex((row) => row.cells.filter((cell) => cell !== '').length >= width * 0.7);
  const row = head[first];
  return row?.cells.every((cell) => !/\d/.test(cell)) && new Set(row.cells).size === row.cells.length ? first : -1;
}

function typicalWidth(rows: readonly TableRow[]): number {
  const widths = rows.map((row) => row.cells.filter((cell) => cell !== '').length).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}
