import { z } from 'zod';
import { droppedReasons, type Field } from './columns';

/** Why a file was not read into a table. */
export const fileRefusals = ['not-a-table', 'unreadable', 'no-sheet', 'no-header', 'no-code', 'no-rows', 'too-many-rows'] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** Rows of one file: those of a few thousand workers with a row a day for some weeks. */
export const mostRows = 60_000;
export const mostColumns = 120;
/** A cell that has a text which is never kept, or that is no number, time or day. */
export const unreadCell = '?';

const columnSchema = z.object({
  /** Its letter in a spreadsheet; headers are not kept. */
  letter: z.string().regex(/^[A-Z]{1,3}$/),
  field: z.string().max(40).nullable(),
  /** Why nothing of the column was kept; null for a column that was. */
  dropped: z.enum([...droppedReasons, 'text', 'empty']).nullable(),
});

/**
 * What is kept of a file until it is added or discarded: by row, the worker's code and the cells of the columns that were kept. A cell is empty, a number, a
 * time, a day, a known mark or `?`.
 */
export const stagedTableSchema = z.object({
  columns: z.array(columnSchema).max(mostColumns),
  /** Where codes were made from: a column of codes, or of names where the file has no other. */
  codesFrom: z.enum(['code', 'name', 'chosen']),
  sheet: z.object({ number: z.int(), of: z.int() }).nullable(),
  headerRow: z.int(),
  rows: z.array(z.tuple([z.int(), z.string().max(12), z.array(z.string().max(40))])).max(mostRows),
  /** Rows with figures and without a worker code. */
  withoutCode: z.array(z.int()).max(200),
});
export type StagedTable = z.output<typeof stagedTableSchema>;
export type StagedColumn = Omit<StagedTable['columns'][number], 'field'> & { field: Field | null };

export const readAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), table: stagedTableSchema }),
  z.object({ kind: z.literal('refused'), code: z.enum(fileRefusals) }),
]);
export type SampleFileRead = z.output<typeof readAnswerSchema>;
