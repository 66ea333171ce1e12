import { isFormula } from './clean/text';
import type { Field } from './fields';
import type { Problem, ProblemCode } from './problems';
import type { CellChange } from './record';
import { repairGarbled } from './repair-garbled.server';
import type { ColumnEdits, ColumnFixes } from './repairs';

/** A filled cell of a mapped column: as the file has it, and as it is read further. */
export type Cell = { column: number; header: string; raw: string; text: string };
export type RowCells = { cellsOf: ReadonlyMap<Field, readonly Cell[]>; problems: Problem[]; changes: CellChange[] };

/**
 * The cells of a row by field, with a person's replacements made and garbled text repaired (unless it was asked to stay).
 * What was replaced or repaired is a change of the row; the row itself stays as the file has it.
 */
export function readRowCells(
  row: { rowNumber: number; cells: readonly string[] },
  context: { header: readonly string[]; columns: readonly Field[]; edits: ColumnEdits; fixes: ColumnFixes },
): RowCells {
  const cellsOf = new Map<Field, Cell[]>();
  const problems: Problem[] = [];
  const changes: CellChange[] = [];
  context.columns.forEach((field, column) => {
    const raw = row.cells[column] ?? '';
    const edited = context.edits.get(column)?.get(raw);
    if (field === 'ignore' || (raw === '' && !edited)) return;
    const cell: Cell = { column, header: context.header[column] ?? '', raw, text: edited ?? raw };
    const say = (code: ProblemCode, params: Problem['params']) =>
      problems.push({ row: row.rowNumber, column: cell.header, field, code, params, severity: 'warning' });
    if (edited !== undefined) changes.push({ column, field, reason: 'edited', before: raw, after: edited });
    const repaired = repairGarbled(cell.text);
    if (repaired !== null && context.fixes.get(column)?.get('garbled-text') !== 'keep') {
      say('garbled-text', { value: cell.text, readAs: repaired });
      changes.push({ column, field, reason: 'garbled', before: cell.text, after: repaired });
      cell.text = repaired;
    }
    if (cell.text.includes('\ufffd')) say('undecodable-text', { value: cell.text });
    if (isFormula(cell.text)) say('formula', { value: cell.text });
    if (cell.text === '') return;
    const others = cellsOf.get(field);
    if (others) others.push(cell);
    else cellsOf.set(field, [cell]);
  });
  return { cellsOf, problems, changes };
}
