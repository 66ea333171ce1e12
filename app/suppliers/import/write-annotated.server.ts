import { z } from 'zod';
import type { InOrganization } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import { columnName, type XlsxCell, xlsxStream } from '~/documents/workbooks/xlsx-stream.server';
import { adviceText } from './advice-labels';
import { annotatedMark, annotatedSheets, annotatedVersion, rowHeader } from './pipeline/annotated';
import { problemSchema } from './schema';
import { problemText } from './labels';

const pageSize = 1_000;
const rowSchema = z.object({ rowNumber: z.number(), raw: z.array(z.string()), problems: z.array(problemSchema), at: z.number() });
type Row = z.infer<typeof rowSchema>;

/**
 * A batch as a workbook to correct: each problem with its row, code, column and what to do; all rows as they are in the file, under their
 * row numbers, with the cells in question marked; and the mark by which the corrected workbook is known when it comes back.
 * Rows are read page by page as they are taken. Null when there is no such batch, or nothing of it was read.
 */
export async function writeAnnotated(
  inOrganization: InOrganization,
  batchId: string,
): Promise<{ fileName: string; body: ReadableStream<Uint8Array> } | null> {
  const batch = /^[0-9a-f-]{36}$/i.test(batchId)
    ? await inOrganization((db) =>
        db.importBatch.findFirst({
          where: { id: batchId, rowCount: { gt: 0 }, status: { in: ['staged', 'accepted', 'committed'] } },
          select: { id: true, headers: true, createdAt: true, file: { select: { fileName: true, sha256: true } } },
        }),
      )
    : null;
  if (!batch) return null;
  const headers = z.array(z.string()).parse(batch.headers);
  const rows = () => readRows(inOrganization, batchId);
  const about: XlsxCell[][] = [
    [annotatedMark, String(annotatedVersion)],
    ['batch', batch.id],
    ['file', batch.file.fileName],
    ['sha256', batch.file.sha256],
    ['note', m.import_cleaning_workbook_note()],
  ];
  const body = xlsxStream([
    { name: annotatedSheets.problems, widths: [8, 10, 24, 20, 34, 60, 50], rows: problemRows(rows(), headers) },
    { name: annotatedSheets.list, widths: [14, ...headers.map(() => 22)], rows: listRows(rows(), headers) },
    { name: annotatedSheets.about, widths: [26, 70], rows: each(about) },
  ]);
  return { fileName: `${batch.file.fileName.replace(/\.[a-z]{3,7}$/i, '')}.annotated.xlsx`, body };
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** The rows of a batch in the order of the file; `at` is their place in the list, from 0. */
async function* readRows(inOrganization: InOrganization, batchId: string): AsyncGenerator<Row> {
  let after = -1;
  let at = 0;
  for (;;) {
    const page = await inOrganization((db) =>
      db.importRow.findMany({
        where: { batchId, rowNumber: { gt: after } },
        orderBy: { rowNumber: 'asc' },
        take: pageSize,
        select: { rowNumber: true, raw: true, problems: true },
      }),
    );
    for (const row of page) {
      yield rowSchema.parse({ ...row, at });
      at += 1;
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.rowNumber;
  }
}

async function* problemRows(rows: AsyncIterable<Row>, headers: readonly string[]): AsyncGenerator<XlsxCell[]> {
  const heads = [
    rowHeader,
    m.import_cleaning_workbook_severity(),
    m.import_cleaning_workbook_code(),
    m.import_cleaning_workbook_column(),
    m.import_cleaning_workbook_value(),
    m.import_cleaning_workbook_problem(),
    m.import_cleaning_workbook_suggestion(),
  ];
  yield heads.map((text) => ({ text, style: 'head' }));
  for await (const { rowNumber, raw, problems, at } of rows) {
    for (const problem of problems) {
      const column = problem.column === null ? -1 : headers.indexOf(problem.column);
      yield [
        { text: rowNumber, goTo: { sheet: annotatedSheets.list, cell: `${columnName(Math.max(0, column + 1))}${at + 2}` } },
        problem.severity === 'error' ? m.import_cleaning_workbook_error() : m.import_cleaning_workbook_warning(),
        problem.code,
        problem.column ?? m.import_cleaning_workbook_whole_row(),
        { text: column < 0 ? '' : (raw[column] ?? ''), style: 'text' },
        { text: problemText(problem), style: 'wrap' },
        { text: adviceText(problem), style: 'wrap' },
      ];
    }
  }
}

async function* listRows(rows: AsyncIterable<Row>, headers: readonly string[]): AsyncGenerator<XlsxCell[]> {
  yield [rowHeader, ...headers].map((text) => ({ text, style: 'head' }));
  for await (const { rowNumber, raw, problems } of rows) {
    const marked = new Map<string, 'error' | 'warning'>();
    for (const { column, severity } of problems) if (column !== null && marked.get(column) !== 'error') marked.set(column, severity);
    yield [rowNumber, ...headers.map((header, at) => ({ text: raw[at] ?? '', style: marked.get(header) ?? ('text' as const) }))];
  }
}
