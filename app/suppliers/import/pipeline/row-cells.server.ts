import { isFormula } from './clean/text';
import type { Field } from './fields';
import type { Problem, ProblemCode } from './problems';
import type { CellChange } from './record';
import { repairGarbled } from './repair-garbled.server';
import { type ColumnEdits, type ColumnFixes, editOf } from './repairs';

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
  // Parted once: a packed row parts its text each time it is asked.
  const { cells } = row;
  for (const [column, field] of context.columns.entries()) {
    if (field === 'ignore') continue;
    const raw = cells[column] ?? '';
    const edited = editOf(context.edits.get(column), { row: row.rowNumber, text: raw });
    if (raw === '' && !edited) continue;
    const cell: Cell = { column, header: context.header[column] ?? '', raw, text: edited ?? raw };
    if (edited !== undefined) changes.push({ column, field, reason: 'edited', before: raw, after: edited });
    const repaired = repairGarbled(cell.text);
    if (repaired !== null && context.fixes.get(column)?.get('garbled-text') !== 'keep') {
      problems.push(warning(row.rowNumber, field, cell, 'garbled-text', { value: cell.text, readAs: repaired }));
      changes.push({ column, field, reason: 'garbled', before: cell.text, after: repaired });
      cell.text = repaired;
    }
    if (cell.text.includes('\ufffd')) problems.push(warning(row.rowNumber, field, cell, 'undecodable-text', { value: cell.text }));
    if (isFormula(cell.text)) problems.push(warning(row.rowNumber, field, cell, 'formula', { value: cell.text }));
    if (cell.text === '') continue;
    const others = cellsOf.get(field);
    if (others) others.push(cell);
    else cellsOf.set(field, [cell]);
  }
  return { cellsOf, problems, changes };
}

function warning(row: number, field: Field, { header }: Cell, code: ProblemCode, params: Problem['params']): Problem {
  return { row, column: header, field, code, params, severity: 'warning' };
}
