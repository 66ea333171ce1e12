import { read, utils } from '@e965/xlsx';
import { inspectFile } from '~/features/supplier-import/pipeline/inspect-file.server';

export type SheetRow = { row: number; cells: Record<string, string> };
export type OpenedSheet = { name: string; head: string[]; rows: SheetRow[] };

/** The most rows that a form has: those of a questionnaire, not of a list. */
const mostRows = 20_000;

/** The sheets of an .xlsx with their first row as names of columns; null for what is none, or would inflate beyond bounds. Cells are text; formulas give their value. */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenedSheet[] | null> {
  const inspected = await inspectFile(bytes);
  if (!inspected.ok || inspected.format !== 'xlsx') return null;
  try {
    const book = read(bytes, { type: 'array', cellFormula: false, cellHTML: false, cellText: false, sheetRows: mostRows + 1 });
    return book.SheetNames.map((name) => {
      const sheet = book.Sheets[name];
      const table: unknown[][] = sheet ? utils.sheet_to_json(sheet, { header: 1, raw: true, defval: '', blankrows: true }) : [];
      const [first = [], ...rest] = table;
      const head = first.map((cell) => String(cell).trim());
      const rows = rest.map((cells, at) => ({
        row: at + 2,
        cells: Object.fromEntries(head.flatMap((column, index) => (column === '' ? [] : [[column, String(cells[index] ?? '')]]))),
      }));
      return { name, head, rows: rows.filter(({ cells }) => Object.values(cells).some((cell) => cell.trim() !== '')) };
    });
  } catch {
    return null;
  }
}
