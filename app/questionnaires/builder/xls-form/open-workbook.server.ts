import type { ReadLimits } from '~/platform/parser/limits';
import { openWorkbook as openSheets } from '~/platform/parser/workbook/open-workbook.server';

export type SheetRow = { row: number; cells: ReadonlyMap<number, string> };
/** A sheet by its first row, the heads of its columns, and the non-empty rows below; columns count from 0. */
export type OpenedSheet = { name: string; head: ReadonlyMap<number, string>; rows: SheetRow[] };

/** The most rows that a form has: those of a questionnaire, not of a list. */
const mostRows = 20_000;

/**
 * The sheets of an .xlsx, .xlsm or .xls; null for what is none. Cells are text; formulas give their value. Runs in a reader process.
 * @throws ReadRefused for what comes to more than the limits
 */
export async function openWorkbook(bytes: Uint8Array, limits: ReadLimits): Promise<OpenedSheet[] | null> {
  const sheets = await openSheets(bytes, { sheetRows: mostRows + 1, limits, takesXls: true });
  return (
    sheets?.map(({ name, rows }) => {
      const heading = rows[0]?.[0] === 1 ? rows[0][1] : [];
      const head = new Map(heading.flatMap(([column, text]) => (text.trim() === '' ? [] : [[column, text.trim()] as const])));
      const below = rows.filter(([row]) => row > 1).map(([row, cells]) => ({ row, cells: new Map(cells.filter(([at]) => head.has(at))) }));
      return { name, head, rows: below.filter(({ cells }) => [...cells.values()].some((cell) => cell.trim() !== '')) };
    }) ?? null
  );
}

/** A sheet of our own: its cells by the heads of their columns as they are written. */
export function rowsByHead({ head, rows }: OpenedSheet): { row: number; cells: Record<string, string> }[] {
  return rows.map(({ row, cells }) => ({ row, cells: Object.fromEntries([...head].map(([at, name]) => [name, cells.get(at) ?? ''])) }));
}
