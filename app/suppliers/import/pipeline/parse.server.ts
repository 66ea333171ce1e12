import { readLimits } from '~/platform/parser/limits';
import type { ScanLimits } from '~/platform/parser/workbook/scan-archive.server';
import { type Annotated, listGrid, readMark } from './annotated';
import { findHeader } from './find-header';
import type { FileFormat } from './inspect-file.server';
import { inspectFile } from './inspect-file.server';
import { chooseGrid, faultOf, lastFilled } from './judge-grid';
import { packRow, type TableRow } from './pack-row';
import { limits } from './limits';
import type { FileProblem, FileProblemCode, Problem } from './problems';
import type { Reading } from './repairs';
import type { Grid, LineEnd } from './read-csv.server';
import { readCsv } from './read-csv.server';
import { readGeojson } from './read-geojson.server';
import { readWorkbook } from './read-workbook.server';

/** A sheet of a workbook: its number of non-empty rows, and why it is not a list (null when it can be read). */
export type Sheet = { name: string; rows: number; problem: FileProblemCode | null };

/** A file as a table. Cells are text as written, trimmed; every row has as many cells as the header. `headerRow` 0: the file has none. */
export type ParsedTable = {
  format: FileFormat;
  sha256: string;
  sheetName: string | null;
  /** All sheets of a workbook in its own order; none for text. */
  sheets: Sheet[];
  encoding: string | null;
  delimiter: string | null;
  lineEnd: LineEnd | null;
  headerRow: number;
  titleLines: string[];
  header: string[];
  rows: TableRow[];
  problems: Problem[];
  /** Of a workbook that this software annotated: the batch of its rows, which keep their numbers. */
  annotated: Annotated | null;
};
export type Parsed = { ok: true; table: ParsedTable } | { ok: false; problem: FileProblem };

type Grids = { grids: Grid[]; encoding: string | null; delimiter: string | null; lineEnd: LineEnd | null; problems: Problem[] };

export type ParseOptions = { sheetName?: string; reading?: Reading; most?: ScanLimits; firstRows?: number };

/**
 * Bytes → table; where others sent the file, in a reader process (`parse-apart`). Refuses with one closed code what is no table; everything else is kept and, where odd, reported by row and column.
 * @param options `sheetName`: which sheet of a workbook; when not said, the one that looks most like a list. `reading`: what a person chose instead of what would be seen. `most`: what the file may come to. `firstRows`: of a workbook, how many rows of each sheet are read
 */
export async function parseFile(bytes: Uint8Array, options: ParseOptions = {}): Promise<Parsed> {
  const { most = readLimits.list } = options;
  const inspected = await inspectFile(bytes);
  if (!inspected.ok) return inspected;
  if (inspected.format === 'geojson') return tableOfFeatures(bytes, inspected.sha256);
  const reading = await read(bytes, inspected.format, { chosen: options.reading ?? {}, most, firstRows: options.firstRows });
  if ('ok' in reading) return reading;
  const annotated = readMark(reading.grids);
  const grid = annotated ? listGrid(reading.grids) : chooseGrid(reading.grids, options.sheetName);
  const chosenHeader = annotated ? undefined : options.reading?.headerRow;
  const problem = grid ? faultOf(grid, annotated !== null || chosenHeader !== undefined) : null;
  if (!grid || problem) return { ok: false, problem: problem ?? { code: 'no-rows', params: {} } };

  const at = annotated
    ? 0
    : chosenHeader === undefined
      ? findHeader(grid.rows)
      : grid.rows.findIndex(({ rowNumber }) => rowNumber === chosenHeader);
  const headerCells = at < 0 ? [] : (grid.rows[at]?.cells ?? []);
  const below = grid.rows.slice(at + 1);
  const columns = below.reduce((width, row) => Math.max(width, lastFilled(row.cells)), lastFilled(headerCells));
  if (columns > limits.columns) return { ok: false, problem: { code: 'too-many-columns', params: { columns, limit: limits.columns } } };
  const problems = [...reading.problems];
  const headerRow = at < 0 ? 0 : (grid.rows[at]?.rowNumber ?? 0);
  if (at < 0) problems.push({ row: null, column: null, field: null, code: 'no-header', params: {}, severity: 'warning' });
  const header = nameColumns(headerCells, columns, headerRow, problems);
  const rows = below.map((row) => {
    const { rowNumber, cells } = row;
    const filled = lastFilled(cells);
    if (at >= 0 && filled > lastFilled(headerCells)) {
      problems.push({
        row: rowNumber,
        column: header[filled - 1] ?? null,
        field: null,
        code: 'more-cells-than-header',
        params: { cells: filled, header: lastFilled(headerCells) },
        severity: 'warning',
      });
    }
    return cells.length === columns
      ? row
      : packRow(
          rowNumber,
          Array.from({ length: columns }, (_, column) => cells[column] ?? ''),
        );
  });
  return {
    ok: true,
    table: {
      format: inspected.format,
      sha256: inspected.sha256,
      sheetName: grid.sheetName,
      sheets: reading.grids.flatMap((each) =>
        each.sheetName === null || annotated
          ? []
          : [{ name: each.sheetName, rows: each.rows.length, problem: faultOf(each)?.code ?? null }],
      ),
      encoding: reading.encoding,
      delimiter: reading.delimiter,
      lineEnd: reading.lineEnd,
      headerRow,
      titleLines: grid.rows.slice(0, Math.max(0, at)).map((row) => row.cells.filter((cell) => cell !== '').join(' ')),
      header,
      rows,
      problems,
      annotated,
    },
  };
}

/** Features have no header row and no title: their properties are the columns. */
function tableOfFeatures(bytes: Uint8Array, sha256: string): Parsed {
  const read = readGeojson(bytes);
  if (!read.ok) return read;
  const { ok: _, ...features } = read;
  const none = { sheetName: null, sheets: [], delimiter: null, lineEnd: null, headerRow: 0, titleLines: [], annotated: null };
  return { ok: true, table: { format: 'geojson', sha256, ...none, ...features } };
}

async function read(
  bytes: Uint8Array,
  format: Exclude<FileFormat, 'geojson'>,
  { chosen, most, firstRows }: { chosen: Reading; most: ScanLimits; firstRows: number | undefined },
): Promise<Grids | { ok: false; problem: FileProblem }> {
  if (format === 'csv') {
    const csv = readCsv(bytes, chosen, most.cells);
    return csv.ok
      ? { grids: [csv.grid], encoding: csv.encoding, delimiter: csv.delimiter, lineEnd: csv.lineEnd, problems: csv.problems }
      : csv;
  }
  const book = await readWorkbook(bytes, format, { most, firstRows });
  return book.ok ? { grids: book.grids, encoding: null, delimiter: null, lineEnd: null, problems: [] } : book;
}

/** Every column gets a name of its own: blank ones their number, repeated ones a count, with a word about it. */
function nameColumns(cells: readonly string[], columns: number, row: number, problems: Problem[]): string[] {
  const taken = new Map<string, number>();
  return Array.from({ length: columns }, (_, at) => {
    const written = (cells[at] ?? '').replace(/\s+/g, ' ').trim().normalize('NFC') || `Column ${at + 1}`;
    const times = (taken.get(written.toLowerCase()) ?? 0) + 1;
    taken.set(written.toLowerCase(), times);
    if (times === 1) return written;
    const name = `${written} (${times})`;
    problems.push({
      row,
      column: name,
      field: null,
      code: 'duplicate-header',
      params: { header: written, renamed: name },
      severity: 'warning',
    });
    return name;
  });
}
