import { foldText } from '~/features/party/name-key';
import type { Field } from './fields';
import type { CellProblem } from './problems';
import type { ImportRecord } from './record';

export type Note = (field: Field, cell: { header: string } | undefined, found: readonly CellProblem[]) => void;

/** Whether a row under the list is a sum, a source or a note rather than an entry. */
export function isNoteRow(cells: readonly string[], columns: number): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 && columns > 2 && /^(total|sum|source|note|data as of|copyright|©|\*|page )/i.test(filled[0] ?? '');
}

/** Says where the same content stood before, and where a row names itself as its own subcontractor. */
export function sayTwice(record: ImportRecord, rowNumber: number, earlier: Map<string, number>, note: Note): void {
  const content = JSON.stringify(record).toLowerCase();
  const first = earlier.get(content);
  if (first === undefined) earlier.set(content, rowNumber);
  else note('supplierName', undefined, [{ code: 'duplicate-row', params: { first }, severity: 'warning' }]);
  const self = foldText(record.supplierName);
  for (const name of record.subcontractors) {
    if (foldText(name) === self)
      note('subcontractors', undefined, [{ code: 'names-itself', params: { value: name }, severity: 'warning' }]);
  }
}
