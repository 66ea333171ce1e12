import { z } from 'zod';
import { problemCodes, type CellProblem, type Cleaned, type ProblemCode } from './problems';

/** How all cells of a column with one problem are fixed at once. `keep` leaves garbled text and swapped points as in the file; `swap` confirms that latitude and longitude are exchanged. */
export const fixKinds = ['suggestion', 'empty', 'lower', 'upper', 'keep', 'swap'] as const;
export type FixKind = (typeof fixKinds)[number];

const fixSchema = z.object({ column: z.number().int().min(0), code: z.enum(problemCodes), how: z.enum(fixKinds) });
export type Fix = z.infer<typeof fixSchema>;

/** Encodings and delimiters that can be chosen where the file was read wrongly. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1258',
  'utf-16le',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'macintosh',
] as const;
export const delimiters = [',', ';', '\t', '|'] as const;

/** How the file is to be read, where it was seen wrongly. `headerRow`: row of the file, 0 when it has none. */
const readingSchema = z.object({
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  headerRow: z.number().int().min(0).max(1_000).optional(),
});
export type Reading = z.infer<typeof readingSchema>;

/** What a person decided about a batch's cells. Columns are 0-based positions in the file; `from` is the cell as the file has it. */
export const repairsSchema = z.object({
  reading: readingSchema.default({}),
  habits: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(30)).default({}),
  fixes: z.array(fixSchema).default([]),
  edits: z
    /** With `row`, a row of the file: that cell alone; else all cells of the column that say `from`. */
    .array(
      z.object({ column: z.number().int().min(0), from: z.string(), to: z.string().max(1_000), row: z.number().int().min(1).optional() }),
    )
    .max(20_000)
    .default([]),
  /** Rows of the file that are left out (`out`), and rows that are entries although they look like a total or a note (`in`). */
  rows: z.record(z.string().regex(/^[1-9]\d{0,8}$/), z.enum(['out', 'in'])).default({}),
  /** What was decided here about words ("sector: Cotton shirts" → "14", the empty text for none or forgotten); it is kept for the organization. */
  terms: z.record(z.string(), z.string()).default({}),
});
export type Repairs = z.infer<typeof repairsSchema>;
export const noRepairs: Repairs = { reading: {}, habits: {}, fixes: [], edits: [], rows: {}, terms: {} };

/** The fixes for a problem; those with `suggestion` only where the problem carries one. */
const fixesByCode: Partial<Record<ProblemCode, readonly FixKind[]>> = {
  'garbled-text': ['keep'],
  'unknown-country': ['suggestion', 'empty'],
  'number-range': ['lower', 'upper'],
  'negative-number': ['empty'],
  'share-impossible': ['empty'],
  'share-over-100': ['empty'],
  'coordinate-out-of-range': ['empty'],
  'point-swapped': ['keep'],
  'bad-os-id': ['empty'],
  'bad-public-id': ['empty'],
};

/** The fixes that one button applies. */
export function fixesFor({ code, params }: Pick<CellProblem, 'code' | 'params'>): FixKind[] {
  return (fixesByCode[code] ?? []).filter((how) => how !== 'suggestion' || params.suggestion !== undefined);
}

export type ColumnFixes = ReadonlyMap<number, ReadonlyMap<ProblemCode, FixKind>>;
export type ColumnEdits = ReadonlyMap<number, ReadonlyMap<string, string>>;
/** The key of one cell of a column among its edits: no cell contains a zero byte. */
const keyOfRow = (row: number) => `\u0000${row}`;
/** What a cell is replaced by: in this row, else wherever the column says the same. */
export const editOf = (edits: ReadonlyMap<string, string> | undefined, cell: { row: number; text: string }): string | undefined =>
  edits?.get(keyOfRow(cell.row)) ?? edits?.get(cell.text);

/** Look-ups by column, built once for a file. A later decision about the same cells replaces an earlier one. */
export function indexRepairs(repairs: Repairs): { fixes: ColumnFixes; edits: ColumnEdits; rows: Repairs['rows'] } {
  const fixes = new Map<number, Map<ProblemCode, FixKind>>();
  for (const { column, code, how } of repairs.fixes) fixes.set(column, (fixes.get(column) ?? new Map()).set(code, how));
  const edits = new Map<number, Map<string, string>>();
  for (const { column, from, to, row } of repairs.edits)
    edits.set(column, (edits.get(column) ?? new Map()).set(row === undefined ? from : keyOfRow(row), to));
  return { fixes, edits, rows: repairs.rows };
}

/**
 * Applies the fixes chosen for a column to a cleaned cell: read again as what was suggested or as one end of a range, or left unknown.
 * `fixed`: the problem that was fixed; null when none was.
 */
export function fixCell<T>(
  cleaned: Cleaned<T>,
  text: string,
  fixes: ReadonlyMap<ProblemCode, FixKind> | undefined,
  readAgain: (text: string) => Cleaned<T>,
): Cleaned<T> & { fixed: ProblemCode | null } {
  const problem = fixes && cleaned.problems.find(({ code }) => fixes.has(code));
  if (!problem) return { ...cleaned, fixed: null };
  const how = fixes.get(problem.code);
  if (how === 'empty') return { value: null, problems: cleaned.problems.filter((other) => other !== problem), fixed: problem.code };
  if (how === 'suggestion' && problem.params.suggestion !== undefined)
    return { ...readAgain(String(problem.params.suggestion)), fixed: problem.code };
  if (how === 'lower') return { ...readAgain(text.replace(/\s*[-–—~]\s*\d[\d.,]*/, '')), fixed: problem.code };
  if (how === 'upper') return { ...readAgain(text.replace(/\d[\d.,]*\s*%?\s*[-–—~]\s*/, '')), fixed: problem.code };
  return { ...cleaned, fixed: null };
}
