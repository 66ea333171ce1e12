import { hash } from 'node:crypto';
import { foldText } from '~/suppliers/parties/name-key';
import type { ImportRecord } from './record';
import type { RowReading } from './row-reading.server';

/** Whether a row under the list is a sum, a source or a note rather than an entry. */
export function isNoteRow(cells: readonly string[], columns: number): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 && columns > 2 && /^(total|sum|source|note|data as of|copyright|©|\*|page )/i.test(filled[0] ?? '');
}

/** Says where the same content stood before, and where a row names itself as its own subcontractor. */
export function sayTwice(record: ImportRecord, rowNumber: number, earlier: Map<string, number>, read: Pick<RowReading, 'note'>): void {
  sayRepeated(JSON.stringify(record).toLowerCase(), rowNumber, earlier, read);
  const self = foldText(record.supplierName);
  for (const name of record.subcontractors) {
    if (foldText(name) === self)
      read.note('subcontractors', undefined, [{ code: 'names-itself', params: { value: name }, severity: 'warning' }]);
  }
}

/** Says where the very same content stood before. `earlier` keeps a hash of each content with its row. */
export function sayRepeated(content: string, rowNumber: number, earlier: Map<string, number>, read: Pick<RowReading, 'note'>): void {
  const key = hash('sha1', content, 'base64');
  const first = earlier.get(key);
  if (first === undefined) earlier.set(key, rowNumber);
  else read.note('supplierName', undefined, [{ code: 'duplicate-row', params: { first }, severity: 'warning' }]);
}
