import { type ReadLimits, readLimits } from '~/platform/parser/limits';
import { openWorkbook } from '~/platform/parser/workbook/open-workbook.server';
import { inspectFile } from '~/suppliers/import/pipeline/inspect-file.server';
import { readCsv } from '~/suppliers/import/pipeline/read-csv.server';
import { mostLines, type planFileRefusals } from './plan-lists';

export type PlanFileRefusal = (typeof planFileRefusals)[number];
/** A row of the file by the names of its columns; `row` as a spreadsheet counts. */
export type FileRow = { row: number; cells: Readonly<Record<string, string>> };
export type PlanFileRead = { kind: 'read'; rows: FileRow[] } | { kind: 'refused'; code: PlanFileRefusal; cell: string };

/** More than a plan's file has. */
const mostColumns = 200;

type Grid = { row: number; cells: readonly string[] }[];

/**
 * Reads a returned plan file, .xlsx or CSV, recognised by its bytes and never by its name. Refused: a cell with a formula, since its value was written by no
 * person, and a table without the columns `id` and `action`. Unknown columns are ignored. Files from outside are read in a reader process (`read-plan-apart`).
 * @throws ReadRefused above the limits
 */
export async function readPlanFile(bytes: Uint8Array, limits: ReadLimits = readLimits.planFile): Promise<PlanFileRead> {
  const refuse = (code: PlanFileRefusal, cell = ''): PlanFileRead => ({ kind: 'refused', code, cell });
  const inspected = await inspectFile(bytes);
  if (!inspected.ok || (inspected.format !== 'xlsx' && inspected.format !== 'csv')) return refuse('not-a-table');
  const grid = inspected.format === 'xlsx' ? await readSheet(bytes, limits) : readText(bytes, limits);
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

function readText(bytes: Uint8Array, { cells: most }: ReadLimits): Grid | null {
  const parsed = readCsv(bytes, {}, most);
  return parsed.ok ? parsed.grid.rows.map(({ rowNumber, cells }) => ({ row: rowNumber, cells })) : null;
}

async function readSheet(bytes: Uint8Array, limits: ReadLimits): Promise<Grid | { formula: string } | null> {
  const sheets = await openWorkbook(bytes, { sheetRows: mostLines + 50, limits });
  if (!sheets) return null;
  const [sheet] = sheets;
  if (!sheet) return [];
  if (sheet.formula !== null) return { formula: sheet.formula };
  const head = new Map(sheet.rows[0]?.[1] ?? []);
  return sheet.rows.map(([row, filled]) => {
    const cells = new Map(filled);
    // Cells past the last named column are ignored.
    return { row, cells: Array.from({ length: lastOf(head) + 1 }, (_, column) => (cells.get(column) ?? '').trim()) };
  });
}

const lastOf = (head: ReadonlyMap<number, string>): number => Math.min(mostColumns, Math.max(-1, ...head.keys()));
