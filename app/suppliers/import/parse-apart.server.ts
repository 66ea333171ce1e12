import { z } from 'zod';
import { type ReadRefusal, readLimits } from '~/platform/parser/limits';
import { type GivenFile, readApart } from '~/platform/parser/read-apart.server';
import type { ParseJobOptions } from './parse-job.server';
import type { Inspected } from './pipeline/inspect-file.server';
import { packRow, type TableRow } from './pipeline/pack-row';
import type { Parsed } from './pipeline/parse.server';
import { type FileProblem, fileProblemCodes, type Problem } from './pipeline/problems';
import type { Reading } from './pipeline/repairs';
import { detectedSchema, problemSchema } from './schema';

const paramsSchema = problemSchema.shape.params;
const refusedSchema = z.object({ ok: z.literal(false), problem: z.object({ code: z.enum(fileProblemCodes), params: paramsSchema }) });
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const { format, sheetName, sheets, encoding, delimiter, lineEnd, headerRow, titleLines } = detectedSchema.shape;
const tableSchema = z.object({
  ...{ format, sheetName, sheets, encoding, delimiter, lineEnd, headerRow, titleLines },
  sha256: sha256Schema,
  header: z.array(z.string()),
  annotated: z.object({ batchId: z.uuid() }).nullable(),
});
const parsedSchema = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), table: tableSchema }), refusedSchema]);
const pieceSchema = z.union([
  z.object({ rows: z.array(z.tuple([z.int(), z.array(z.string())])) }),
  z.object({ problems: z.array(problemSchema) }),
]);
const inspectedSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), format, sha256: sha256Schema, size: z.int() }),
  refusedSchema,
]);

const problems: Record<Exclude<ReadRefusal, 'busy'>, FileProblem['code']> = {
  'too-large': 'too-much-memory',
  'too-many-cells': 'too-many-cells',
  'too-many-entries': 'too-many-entries',
  inflates: 'too-much-memory',
  'too-many-pixels': 'unreadable-file',
  'too-deep': 'unreadable-file',
  'too-long': 'took-too-long',
  'not-readable': 'unreadable-file',
};

/** Every reader is at work and many files wait. */
export class ReadersBusy extends Error {}

function refusedAs(refusal: ReadRefusal): { ok: false; problem: FileProblem } {
  if (refusal === 'busy') throw new ReadersBusy();
  return { ok: false, problem: { code: problems[refusal], params: {} } };
}

/** Says what a file is, by its bytes, in a reader process. @throws ReadersBusy */
export async function inspectApart(file: GivenFile, { owner }: { owner: string }): Promise<Inspected> {
  const read = await readApart('table', file, { kind: 'inspect-list', owner, limits: readLimits.inspection, answer: inspectedSchema });
  return read.ok ? read.value : refusedAs(read.refusal);
}

type ParseApart = {
  owner: string;
  sheetName?: string | null | undefined;
  reading?: Reading | undefined;
  /** Limits of a parse that a request waits for: small. */
  isAtOnce?: boolean;
  /** Of a workbook: read these rows of each sheet, within the limits of a parse that a request waits for. */
  firstRows?: number;
  withRows?: boolean;
};

/**
 * `parseFile` in a reader process: the same table, or the reason for which the process did not read on. Rows arrive in pieces and are kept packed.
 * @throws ReadersBusy
 */
export async function parseApart(file: GivenFile, options: ParseApart): Promise<Parsed> {
  const { owner, firstRows, isAtOnce = firstRows !== undefined, withRows = true, ...chosen } = options;
  const rows: TableRow[] = [];
  const remarks: Problem[] = [];
  const said: ParseJobOptions = {
    withRows,
    ...(!chosen.sheetName ? {} : { sheetName: chosen.sheetName }),
    ...(chosen.reading === undefined ? {} : { reading: chosen.reading }),
    ...(firstRows === undefined ? {} : { firstRows }),
  };
  const read = await readApart(isAtOnce ? 'table' : 'list', file, {
    ...{ kind: 'list', owner, options: said, answer: parsedSchema },
    limits: firstRows !== undefined ? readLimits.listBeginning : isAtOnce ? readLimits.listAtOnce : readLimits.list,
    onPiece: (piece) => {
      const parsed = pieceSchema.parse(piece);
      if ('rows' in parsed) for (const [rowNumber, cells] of parsed.rows) rows.push(packRow(rowNumber, cells));
      else for (const problem of parsed.problems) remarks.push(problem);
    },
  });
  if (!read.ok) return refusedAs(read.refusal);
  return read.value.ok ? { ok: true, table: { ...read.value.table, rows, problems: remarks } } : read.value;
}
