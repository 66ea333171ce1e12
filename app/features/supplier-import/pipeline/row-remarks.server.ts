import { createHash } from 'node:crypto';
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
  sayRepeated(JSON.stringify(record).toLowerCase(), rowNumber, earlier, note);
  const self = foldText(record.supplierName);
  for (const name of record.subcontractors) {
    if (foldText(name) === self)
      note('subcontractors', undefined, [{ code: 'names-itself', params: { value: name }, severity: 'warning' }]);
  }
}

/** Says where the very same content stood before. `earlier` keeps a hash of each content with its row. */
export function sayRepeated(content: string, rowNumber: number, earlier: Map<string, number>, note: Note): void {
  const hash = createHash('sha1').update(content).digest('base64');
  const first = earlier.get(hash);
  if (first === undefined) earlier.set(hash, rowNumber);
  else note('supplierName', undefined, [{ code: 'duplicate-row', params: { first }, severity: 'warning' }]);
}
