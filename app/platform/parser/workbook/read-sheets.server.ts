import { type CellObject, read, utils } from '@e965/xlsx';
import type { Sheet } from './sheets';

/**
 * Reads .xlsx and .xls by the cells that are there and never by how far they reach. Days are ISO; a formula gives the value it had. `scanArchive` has
 * counted the cells before. Runs in a reader process. @throws for what is no workbook
 */
export function readSheets(bytes: Uint8Array, { sheetRows }: { sheetRows?: number } = {}): Sheet[] {
  const options = { type: 'buffer', dense: true, cellDates: true, UTC: true, cellHTML: false, cellText: false, cellFormula: true } as const;
  const book = read(bytes, { ...options, ...(sheetRows === undefined ? {} : { sheetRows }) });
  return book.SheetNames.map((name) => {
    const found: Sheet = { name, rows: [], formula: null };
    const data: (CellObject | undefined)[][] = book.Sheets[name]?.['!data'] ?? [];
    for (const row of Object.keys(data).map(Number)) {
      const cells: [number, string][] = [];
      for (const column of Object.keys(data[row] ?? {}).map(Number)) {
        const cell = data[row]?.[column];
        if (!cell) continue;
        if (cell.f !== undefined) found.formula ??= utils.encode_cell({ r: row, c: column });
        const text = textOf(cell);
        if (text !== '') cells.push([column, text]);
      }
      if (cells.length > 0) found.rows.push([row + 1, cells]);
    }
    return found;
  });
}

function textOf({ t, v }: CellObject): string {
  if (t === 'z' || t === 'e' || v === undefined || v === null) return '';
  if (v instanceof Date) return Number.isNaN(v.getTime()) ? '' : v.toISOString().replace(/T00:00:00\.000Z$/, '');
  return String(v);
}
