import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import readWorkbook from 'read-excel-file/universal';
import { z } from 'zod';
import { limits } from './limits';
import { packRow } from './pack-row';
import type { FileProblem } from './problems';
import type { Grid } from './read-csv.server';

export type WorkbookRead = { ok: true; grids: Grid[] } | { ok: false; problem: FileProblem };

const unreadable: WorkbookRead = { ok: false, problem: { code: 'unreadable-workbook', params: {} } };

/** Reads .xlsx. The caller has asked `inspectFile` first: the inflated size is bounded by what the archive declares. */
export async function readXlsx(bytes: Uint8Array): Promise<WorkbookRead> {
  try {
    const copy = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(copy).set(bytes);
    const sheets = await readWorkbook(copy);
    return {
      ok: true,
      grids: sheets.map(({ sheet, data }) =>
        toGrid(
          sheet,
          data.map((row) => row.map(cellText)),
        ),
      ),
    };
  } catch {
    return unreadable;
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/, '');
  return String(value).trim();
}

function toGrid(sheetName: string, data: string[][]): Grid {
  return { sheetName, rows: data.flatMap((cells, at) => (cells.some((cell) => cell !== '') ? [packRow(at + 1, cells)] : [])) };
}

const legacySchema = z.array(z.object({ sheetName: z.string(), data: z.array(z.array(z.string())) }));

/** The body of the thread that opens an old binary workbook; a hostile file takes down this thread and nothing else. */
const legacyReader = `
const { parentPort, workerData } = require('node:worker_threads');
const xlsx = require(workerData.library);
const text = (value) => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\\.000Z$/, '');
  return String(value).trim();
};
const book = xlsx.read(workerData.bytes, { type: 'array', cellDates: true, UTC: true, cellFormula: false, cellHTML: false, sheetRows: workerData.rows });
parentPort.postMessage(book.SheetNames.map((sheetName) => {
  const sheet = book.Sheets[sheetName];
  if (!sheet || !sheet['!ref']) return { sheetName, data: [] };
  const range = xlsx.utils.decode_range(sheet['!ref']);
  range.s.r = 0;
  range.s.c = 0;
  range.e.c = Math.min(range.e.c, workerData.columns);
  const data = xlsx.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: '', blankrows: true, range, UTC: true });
  return { sheetName, data: data.map((row) => Array.from(row, text)) };
}));
`;

/** Reads the old binary .xls in a thread with bounded memory and time. */
export async function readXls(bytes: Uint8Array): Promise<WorkbookRead> {
  const library = createRequire(import.meta.url).resolve('@e965/xlsx');
  const worker = new Worker(legacyReader, {
    eval: true,
    workerData: { library, bytes, rows: limits.rows + 1, columns: limits.columns },
    resourceLimits: { maxOldGenerationSizeMb: limits.workbookMegabytes },
  });
  const message = await new Promise<unknown>((resolve) => {
    const timer = setTimeout(() => resolve(null), limits.workbookMilliseconds);
    worker.once('message', resolve);
    worker.once('error', () => resolve(null));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
  await worker.terminate();
  const read = legacySchema.safeParse(message);
  return read.success ? { ok: true, grids: read.data.map(({ sheetName, data }) => toGrid(sheetName, data)) } : unreadable;
}
