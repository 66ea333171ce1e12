import { utils, write } from '@e965/xlsx';
import { z } from 'zod';
import { onlyXml } from '~/documents/charts/write-svg';

const cellSchema = z.union([z.string(), z.number(), z.null()]);
export const sheetsSchema = z.array(
  z.object({ name: z.string().min(1).max(31), table: z.object({ head: z.array(z.string()), rows: z.array(z.array(cellSchema)) }) }),
);
export type Sheet = z.infer<typeof sheetsSchema>[number];

/**
 * Tables as sheets of a workbook. Text cells are never read as formulas; what a workbook cannot contain (control characters, more than 32,767 letters) is left
 * out. Throws RangeError for more rows than a sheet takes.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Buffer {
  const book = utils.book_new();
  for (const { name, table } of sheets) {
    if (table.rows.length >= 1_048_576) throw new RangeError(`sheet ${name} has ${table.rows.length} rows, more than a workbook holds`);
    const cells = [table.head, ...table.rows].map((row) =>
      row.map((cell) => (typeof cell === 'string' ? { t: 's' as const, v: holdable(cell) } : cell)),
    );
    const sheet = utils.aoa_to_sheet(cells);
    sheet['!cols'] = table.head.map((head, column) => ({
      wch: Math.min(48, Math.max(head.length, ...table.rows.slice(0, 100).map((row) => String(row[column] ?? '').length)) + 2),
    }));
    sheet['!autofilter'] = { ref: sheet['!ref'] ?? 'A1' };
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
}

function holdable(text: string): string {
  return onlyXml(text).slice(0, 32_767);
}
