import { csvLine } from '~/platform/lists/csv';
import { type XlsxCell, xlsxStream } from '~/documents/workbooks/xlsx-stream.server';

type Value = string | number | null;
/** The columns of a file by heading; code list values in English, days as ISO 8601, empty where unknown. */
export type FileColumns<Row> = Readonly<Record<string, (row: Row) => Value>>;
export type FileTable = { heads: readonly string[]; rows: readonly (readonly Value[])[] };

export function tableOf<Row>(columns: FileColumns<Row>, rows: readonly Row[]): FileTable {
  return { heads: Object.keys(columns), rows: rows.map((row) => Object.values(columns).map((cell) => cell(row))) };
}

/** A table as CSV with a byte order mark; no cell is read as a formula. */
export function tableAsCsv({ heads, rows }: FileTable): string {
  return `\ufeff${[heads, ...rows].map((row) => csvLine(row)).join('')}`;
}

/** Tables as the sheets of a workbook; numbers are numbers, everything else is text. Columns named in `long` are wide and wrap. */
export function tablesAsXlsx(
  sheets: readonly { name: string; table: FileTable; long: (head: string) => boolean }[],
): ReadableStream<Uint8Array> {
  return xlsxStream(
    sheets.map(({ name, table: { heads, rows }, long }) => {
      async function* written(): AsyncGenerator<readonly XlsxCell[]> {
        yield heads.map((text) => ({ text, style: 'head' as const }));
        for (const row of rows)
          yield row.map((cell, at): XlsxCell => {
            if (cell === null || cell === '') return null;
            return typeof cell === 'number' ? cell : { text: cell, style: long(heads[at] ?? '') ? 'wrap' : 'text' };
          });
      }
      return { name, widths: heads.map((head) => (long(head) ? 40 : 16)), rows: written() };
    }),
  );
}
