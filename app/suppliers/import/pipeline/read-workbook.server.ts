import { ReadRefused } from '~/platform/parser/limits';
import { readSheets } from '~/platform/parser/workbook/read-sheets.server';
import { type ScanLimits, scanArchive } from '~/platform/parser/workbook/scan-archive.server';
import { scanXls } from '~/platform/parser/workbook/scan-xls';
import type { Sheet } from '~/platform/parser/workbook/sheets';
import { limits } from './limits';
import { packRow } from './pack-row';
import type { FileProblem } from './problems';
import type { Grid } from './read-csv.server';

export type WorkbookRead = { ok: true; grids: Grid[] } | { ok: false; problem: FileProblem };

/**
 * Reads .xlsx and .xls by their non-empty cells, after their number was checked. Runs in a reader process.
 * @param firstRows read no more rows of each sheet than these
 */
export async function readWorkbook(
  bytes: Uint8Array,
  format: 'xlsx' | 'xls',
  { most, firstRows }: { most: ScanLimits; firstRows?: number | undefined },
): Promise<WorkbookRead> {
  try {
    if (format === 'xlsx') await scanArchive(bytes, most);
    else if (scanXls(bytes, most) !== 'workbook') return { ok: false, problem: { code: 'unreadable-workbook', params: {} } };
    const sheets = readSheets(bytes, firstRows === undefined ? {} : { sheetRows: firstRows });
    const tooLong = sheets.flatMap(({ rows }) => rows).find(([, cells]) => cells.some(([, text]) => text.length > limits.cellLength));
    if (tooLong) return { ok: false, problem: { code: 'cell-too-long', params: { row: tooLong[0], limit: limits.cellLength } } };
    return { ok: true, grids: sheets.map(toGrid) };
  } catch (error) {
    return { ok: false, problem: error instanceof ReadRefused ? problemOf(error, most) : { code: 'unreadable-workbook', params: {} } };
  }
}

function problemOf({ code }: ReadRefused, most: ScanLimits): FileProblem {
  const megabytes = most.inflatedBytes / 1_048_576;
  switch (code) {
    case 'inflates':
      return { code: 'inflated-too-large', params: { megabytes: `> ${megabytes}`, limit: megabytes } };
    case 'too-many-cells':
      return { code: 'too-many-cells', params: { limit: most.cells } };
    case 'too-many-entries':
      return { code: 'too-many-entries', params: { entries: `> ${most.entries}`, limit: most.entries } };
    default:
      return { code: 'unreadable-workbook', params: {} };
  }
}

/** Rows in their order, each as long as its last cell; a row is cut one cell past the most columns of a list, and refused for it later. */
function toGrid({ name, rows }: Sheet): Grid {
  return {
    sheetName: name,
    rows: rows.flatMap(([rowNumber, filled]) => {
      const texts = filled
        .map(([column, text]) => [Math.min(column, limits.columns), text.trim()] as const)
        .filter(([, text]) => text !== '');
      if (texts.length === 0) return [];
      const cells = Array.from({ length: Math.max(...texts.map(([column]) => column)) + 1 }, () => '');
      for (const [column, text] of texts) cells[column] = text;
      return [packRow(rowNumber, cells)];
    }),
  };
}
