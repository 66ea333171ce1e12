import type { ReadLimits } from '~/readers/limits';
import { openWorkbook as openSheets } from '~/readers/workbook/open-workbook.server';

export type SheetRow = { row: number; cells: Record<string, string> };
export type OpenedSheet = { name: string; head: string[]; rows: SheetRow[] };

/** The most rows that a form has: those of a questionnaire, not of a list. */
const mostRows = 20_000;

/**
 * The sheets of an .xlsx with their first row as names of columns; null for what is none. Cells are text; formulas give their value. Runs in a reader
 * process. @throws ReadRefused for what comes to more than the limits
 */
export async function openWorkbook(bytes: Uint8Array, limits: ReadLimits): Promise<OpenedSheet[] | null> {
  const sheets = await openSheets(bytes, { sheetRows: mostRows + 1, limits });
  return (
    sheets?.map(({ name, rows }) => {
      const heading = rows[0]?.[0] === 1 ? rows[0][1] : [];
      const columns = new Map(heading.map(([column, text]) => [column, text.trim()]));
      const head = [...columns.values()].filter((column) => column !== '');
      const below = rows.filter(([row]) => row > 1);
      const filled = below.map(([row, cells]) => {
        const given = new Map(cells);
        return {
          row,
          cells: Object.fromEntries([...columns].flatMap(([at, column]) => (column === '' ? [] : [[column, given.get(at) ?? '']]))),
        };
      });
      return { name, head, rows: filled.filter(({ cells }) => Object.values(cells).some((cell) => cell.trim() !== '')) };
    }) ?? null
  );
}
