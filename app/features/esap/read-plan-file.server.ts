import { read, utils } from '@e965/xlsx';
import { inspectFile } from '~/features/supplier-import/pipeline/inspect-file.server';
import { readCsv } from '~/features/supplier-import/pipeline/read-csv.server';
import { mostLines } from './plan-lists';

export type PlanFileRefusal = 'not-a-table' | 'unreadable' | 'no-header' | 'formula' | 'too-many-rows';
/** A row of the file by the names of its columns; `row` as a spreadsheet counts. */
export type FileRow = { row: number; cells: Readonly<Record<string, string>> };
export type PlanFileRead = { kind: 'read'; rows: FileRow[] } | { kind: 'refused'; code: PlanFileRefusal; cell: string };

type Grid = { row: number; cells: readonly string[] }[];

/**
 * Reads a plan's file that comes back, .xlsx or CSV, by its bytes and never by its name. A cell that computes is refused, since nobody wrote what it says;
 * so is a table without the columns `id` and `action`. Columns that are not known are left out.
 */
export async function readPlanFile(bytes: Uint8Array): Promise<PlanFileRead> {
  const refuse = (code: PlanFileRefusal, cell = ''): PlanFileRead => ({ kind: 'refused', code, cell });
  const inspected = await inspectFile(bytes);
  if (!inspected.ok || (inspected.format !== 'xlsx' && inspected.format !== 'csv')) return refuse('not-a-table');
  const grid = inspected.format === 'xlsx' ? readSheet(bytes) : readText(bytes);
  if (grid === null) return refuse('unreadable');
  if ('formula' in grid) return refuse('formula', grid.formula);
  const [head, ...rows] = grid;
  const names = head?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  if (!names.includes('id') || !names.includes('action')) return refuse('no-header');
  if (rows.length > mostLines) return refuse('too-many-rows');
  return {
    kind: 'read',
    rows: rows.map(({ row, cells }) => ({ row, cells: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])) })),
  };
}

function readText(bytes: Uint8Array): Grid | null {
  const parsed = readCsv(bytes);
  return parsed.ok ? parsed.grid.rows.map(({ rowNumber, cells }) => ({ row: rowNumber, cells })) : null;
}

function readSheet(bytes: Uint8Array): Grid | { formula: string } | null {
  try {
    const book = read(bytes, { type: 'array', cellFormula: true, cellHTML: false, cellDates: true, UTC: true, sheetRows: mostLines + 50 });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (!sheet?.['!ref']) return [];
    const formula = Object.keys(sheet).find((at) => !at.startsWith('!') && sheet[at]?.f !== undefined);
    if (formula) return { formula };
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '', blankrows: true, UTC: true });
    return rows.map((cells, at) => ({ row: at + 1, cells: cells.map(cellText) })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch {
    return null;
  }
}

function cellText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return value === null || value === undefined ? '' : String(value).trim();
}
