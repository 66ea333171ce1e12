import { createHmac } from 'node:crypto';
import type { ReadLimits } from '~/platform/parser/limits';
import { openWorkbook } from '~/platform/parser/workbook/open-workbook.server';
import type { Sheet } from '~/platform/parser/workbook/sheets';
import { inspectFile } from '~/suppliers/import/pipeline/inspect-file.server';
import { readCsv } from '~/suppliers/import/pipeline/read-csv.server';
import type { SampleKind } from './columns';
import { type GridRow, reduceTable } from './reduce-table';
import { mostColumns, mostRows, type SampleFileRead } from './staged-table';

export type SampleFileOptions = { kind: SampleKind; key: string; codeColumn: number | null; sheet: number | null };

/**
 * Reads a time or payroll file, .xlsx or CSV, recognised by its bytes, into a table without persons (`reduce-table`). Runs in a reader process: what it does
 * not answer never leaves that process. `key` is of one audit, and makes the same codes of the same workers. @throws ReadRefused above the limits
 */
export async function readSampleFile(bytes: Uint8Array, limits: ReadLimits, options: SampleFileOptions): Promise<SampleFileRead> {
  const inspected = await inspectFile(bytes);
  if (!inspected.ok || (inspected.format !== 'xlsx' && inspected.format !== 'csv')) return { kind: 'refused', code: 'not-a-table' };
  const sheets = inspected.format === 'xlsx' ? await gridsOf(bytes, limits) : textOf(bytes, limits);
  if (sheets === null) return { kind: 'refused', code: 'unreadable' };
  const codeOf = codeMaker(options.key);
  if (options.sheet !== null && !sheets[options.sheet - 1]) return { kind: 'refused', code: 'no-sheet' };
  const read = sheets.map((rows, at) =>
    options.sheet === null || options.sheet === at + 1
      ? reduceTable(rows, { ...options, codeOf })
      : ({ kind: 'refused', code: 'no-header' } as const),
  );
  const sizes = read.map((each) => (each.kind === 'read' ? each.table.rows.length : 0));
  const best = sizes.indexOf(Math.max(...sizes));
  const found = read[best];
  if (found?.kind !== 'read') return found ?? { kind: 'refused', code: 'no-rows' };
  return { kind: 'read', table: { ...found.table, sheet: sheets.length > 1 ? { number: best + 1, of: sheets.length } : null } };
}

/** Eight letters and digits that no one computes back without the key. "0012" and "12" are one worker: spreadsheets drop zeros. */
export function codeMaker(key: string): (text: string) => string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const known = new Map<string, string>();
  return (text) => {
    const worker = text
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/^0+(?=\d)/, '')
      .replace(/\.0$/, '');
    const code =
      known.get(worker) ?? [...createHmac('sha256', key).update(worker).digest().subarray(0, 8)].map((byte) => letters[byte % 32]).join('');
    known.set(worker, code);
    return code;
  };
}

function textOf(bytes: Uint8Array, { cells }: ReadLimits): GridRow[][] | null {
  const parsed = readCsv(bytes, {}, cells);
  return parsed.ok ? [parsed.grid.rows.slice(0, mostRows + 100)] : null;
}

async function gridsOf(bytes: Uint8Array, limits: ReadLimits): Promise<GridRow[][] | null> {
  const sheets = await openWorkbook(bytes, { sheetRows: mostRows + 100, limits });
  return sheets?.map(gridOf) ?? null;
}

const gridOf = ({ rows }: Sheet): GridRow[] =>
  rows.map(([rowNumber, filled]) => {
    const cells: string[] = [];
    for (const [column, text] of filled) if (column < mostColumns) cells[column] = text.trim();
    return { rowNumber, cells: Array.from(cells, (cell) => cell ?? '') };
  });
