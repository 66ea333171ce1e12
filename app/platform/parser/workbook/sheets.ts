import { z } from 'zod';

/** A sheet by its non-empty rows and cells: a value in the last cell of a sheet is one row of one cell. Rows count from 1, columns from 0. */
export const sheetSchema = z.object({
  name: z.string(),
  rows: z.array(z.tuple([z.int(), z.array(z.tuple([z.int(), z.string()]))])),
  /** The first cell that computes, as "B7"; null where none does. */
  formula: z.string().nullable(),
});
export type Sheet = z.infer<typeof sheetSchema>;

/** The sheets of an .xlsx; null for what is none. */
export const openedSchema = z.array(sheetSchema).nullable();

/** The texts of a sheet by the names of its cells, such as "C17", without the space around them. */
export function cellsByName({ rows }: Sheet): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(([row, cells]) => cells.map(([column, text]) => [`${columnName(column)}${row}`, text.trim()] as const)));
}

/** "A" for 0, "AA" for 26. */
function columnName(column: number): string {
  return `${column >= 26 ? columnName(Math.floor(column / 26) - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
