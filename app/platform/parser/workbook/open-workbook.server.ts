import { type ReadLimits, ReadRefused } from '../limits';
import { readSheets } from './read-sheets.server';
import { scanArchive } from './scan-archive.server';
import { isXls, scanXls } from './scan-xls';
import type { Sheet } from './sheets';

type Opening = {
  sheetRows: number;
  limits: Pick<ReadLimits, 'entries' | 'inflatedBytes' | 'cells'>;
  /** Whether a workbook of before 2007 is taken too. */
  takesXls?: boolean;
};

/**
 * The sheets of an .xlsx, or of an .xls where that is taken, up to a row, after its parts and cells were counted. Null for what is none. Runs in a reader
 * process. @throws ReadRefused for what comes to more than the limits
 */
export async function openWorkbook(bytes: Uint8Array, { sheetRows, limits, takesXls = false }: Opening): Promise<Sheet[] | null> {
  try {
    if (takesXls && isXls(bytes)) return scanXls(bytes, limits) === 'workbook' ? readSheets(bytes, { sheetRows }) : null;
    const { entries } = await scanArchive(bytes, limits);
    return entries.includes('xl/workbook.xml') ? readSheets(bytes, { sheetRows }) : null;
  } catch (error) {
    if (error instanceof ReadRefused) throw error;
    return null;
  }
}
