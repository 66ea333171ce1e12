import { countHeaderWords, findHeader } from './find-header';
import { limits } from './limits';
import type { FileProblem } from './problems';
import type { Grid } from './read-csv.server';

/** Number of cells up to the last non-empty one. */
export function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}

/** Why a sheet (or the one grid of a text file) is no list; null when it can be read. `isHeaded`: its first row is known to be the header. */
export function faultOf(grid: Grid, isHeaded = false): FileProblem | null {
  const { rows } = grid;
  if (rows.length === 0) return { code: 'no-rows', params: {} };
  if (rows.length > limits.rows) return { code: 'too-many-rows', params: { rows: rows.length, limit: limits.rows } };
  const width = Math.max(...rows.slice(0, 1000).map((row) => lastFilled(row.cells)));
  if (width > limits.columns) return { code: 'too-many-columns', params: { columns: width, limit: limits.columns } };
  if (width < 2) return { code: 'one-column', params: {} };
  return (isHeaded ? 0 : findHeader(rows)) === rows.length - 1 ? { code: 'no-rows', params: {} } : null;
}

/** The grid of the named sheet; without a name, the one that can be read and looks most like a list, by its header and then its rows. */
export function chooseGrid(grids: readonly Grid[], sheetName: string | undefined): Grid | undefined {
  if (sheetName !== undefined) return grids.find((grid) => grid.sheetName === sheetName);
  const worth = (grid: Grid) =>
    (faultOf(grid) === null ? 1e12 : 0) +
    Math.max(0, ...grid.rows.slice(0, 40).map((row) => countHeaderWords(row.cells))) * 1e6 +
    grid.rows.length;
  return [...grids].sort((a, b) => worth(b) - worth(a))[0];
}
