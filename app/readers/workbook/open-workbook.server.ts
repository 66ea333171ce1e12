import { type ReadLimits, ReadRefused } from '../limits';
import { readSheets } from './read-sheets.server';
import { scanArchive } from './scan-archive.server';
import type { Sheet } from './sheets';

/**
 * The sheets of an .xlsx, up to a row, after its parts and cells were counted. Null for what is none. Runs in a reader process.
 * @throws ReadRefused for what comes to more than the limits
 */
export async function openWorkbook(
  bytes: Uint8Array,
  { sheetRows, limits }: { sheetRows: number; limits: Pick<ReadLimits, 'entries' | 'inflatedBytes' | 'cells'> },
): Promise<Sheet[] | null> {
  try {
    const { entries } = await scanArchive(bytes, limits);
    return entries.includes('xl/workbook.xml') ? readSheets(bytes, { sheetRows }) : null;
  } catch (error) {
    if (error instanceof ReadRefused) throw error;
    return null;
  }
}
