import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ReadLimits } from '~/platform/parser/limits';
import { inspectFile } from './pipeline/inspect-file.server';
import { parseFile } from './pipeline/parse.server';
import { repairsSchema } from './pipeline/repairs';

/** What a reader process does with a list. */
export const parseOptionsSchema = z.object({
  sheetName: z.string().optional(),
  reading: repairsSchema.shape.reading.optional(),
  /** Whether the rows are wanted, or only whether the file can be read. */
  withRows: z.boolean(),
  /** Of a workbook: how many rows of each sheet are wanted. */
  firstRows: z.int().positive().optional(),
});
export type ParseJobOptions = z.infer<typeof parseOptionsSchema>;

const rowsOfPiece = 200;
/** Characters of a piece, so that no piece blocks its reader for long. */
const lettersOfPiece = 200_000;

type Job = { path: string; options: unknown; limits: ReadLimits };

/** Reads a list and answers its table, its rows and what is wrong with them piece by piece before it. */
export async function parseJob({ path, options, limits }: Job, emit: (piece: unknown) => Promise<void>): Promise<unknown> {
  const { withRows, sheetName, reading, firstRows } = parseOptionsSchema.parse(options);
  const parsed = await parseFile(await readFile(path), {
    ...(sheetName === undefined ? {} : { sheetName }),
    ...(reading === undefined ? {} : { reading }),
    ...(firstRows === undefined ? {} : { firstRows }),
    most: limits,
  });
  if (!parsed.ok) return parsed;
  const { rows, problems, ...table } = parsed.table;
  if (withRows) {
    await emitAll(
      rows.map(({ rowNumber, cells }) => [rowNumber, cells]),
      (piece) => emit({ rows: piece }),
    );
    await emitAll(problems, (piece) => emit({ problems: piece }));
  }
  return { ok: true, table };
}

async function emitAll(list: readonly unknown[], emit: (piece: unknown[]) => Promise<void>): Promise<void> {
  let piece: unknown[] = [];
  let letters = 0;
  for (const each of list) {
    piece.push(each);
    letters += JSON.stringify(each).length;
    if (piece.length < rowsOfPiece && letters < lettersOfPiece) continue;
    await emit(piece);
    piece = [];
    letters = 0;
  }
  if (piece.length > 0) await emit(piece);
}

/** Says what a file is by its bytes, and its hash. */
export async function inspectJob({ path }: Job): Promise<unknown> {
  return inspectFile(await readFile(path));
}
