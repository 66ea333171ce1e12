import type { Grid } from './read-csv.server';

/** What marks a workbook as one that this software annotated, in the first cell of its last sheet; the version of its layout follows. */
export const annotatedMark = 'manumit_annotated_list';
export const annotatedVersion = 1;
/** Header of the first column of its list: the row of the file that was imported. */
export const rowHeader = 'manumit_row';
export const annotatedSheets = { problems: 'Problems', list: 'List', about: 'About' } as const;

/** `batchId`: the batch whose rows it contains. */
export type Annotated = { batchId: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads which batch an annotated workbook belongs to; null for any other workbook, and for a layout that is not known here. */
export function readMark(grids: readonly Grid[]): Annotated | null {
  const about = grids.find(({ rows }) => rows[0]?.cells[0] === annotatedMark);
  const list = grids.find(({ sheetName }) => sheetName === annotatedSheets.list);
  const batchId = about?.rows.find(({ cells }) => cells[0] === 'batch')?.cells[1] ?? '';
  const isKnown = about?.rows[0]?.cells[1] === String(annotatedVersion);
  return isKnown && list?.rows[0]?.cells[0] === rowHeader && uuid.test(batchId) ? { batchId } : null;
}

/**
 * The list of an annotated workbook as the grid of the file that was imported: without the first column, each row under the number it had
 * there. Added rows (without a number, or with a repeated or invalid one) are numbered on from the highest.
 */
export function listGrid(grids: readonly Grid[]): Grid {
  const list = grids.find(({ sheetName }) => sheetName === annotatedSheets.list);
  const [head, ...rows] = list?.rows ?? [];
  const numbers = rows.map(({ cells }) => (/^\d{1,7}$/.test(cells[0] ?? '') ? Number(cells[0]) : 0));
  let highest = Math.max(0, ...numbers);
  const taken = new Set<number>();
  const numbered = rows.flatMap(({ cells }, at) => {
    const own = cells.slice(1);
    if (own.every((cell) => cell === '')) return [];
    const said = numbers[at] ?? 0;
    const isFree = said > 0 && !taken.has(said);
    if (!isFree) highest += 1;
    const rowNumber = isFree ? said : highest;
    taken.add(rowNumber);
    return [{ rowNumber, cells: own }];
  });
  const header = { rowNumber: Math.max(0, Math.min(...numbered.map(({ rowNumber }) => rowNumber)) - 1), cells: head?.cells.slice(1) ?? [] };
  return { sheetName: annotatedSheets.list, rows: [header, ...numbered.sort((a, b) => a.rowNumber - b.rowNumber)] };
}
