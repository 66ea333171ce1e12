import { hash } from 'node:crypto';
import { foldText } from '~/suppliers/parties/name-key';
import type { Mapping } from './fields';
import type { ImportRecord } from './record';
import type { Repairs } from './repairs';
import type { RowReading } from './row-reading.server';

/** How lists head their line of sums, folded. */
const sums = new Set(
  'total|totals|grand total|sum|sums|subtotal|sub total|gesamt|summe|gesamtsumme|somme|total general|suma|suma total|soma|total geral|totale|totaal|toplam|genel toplam|tong|tong cong|jumlah|razem|celkem|итого|всего|合计|总计|合計|총계|합계|المجموع|کل|মোট|कुल'
    .split('|')
    .map((word) => foldText(word)),
);
const isFigure = (cell: string) => /\d/.test(cell) && /^[\d\s.,'’%()+\-−–]*$/u.test(cell.replace(/\p{Sc}|\b[A-Z]{3}\b/gu, ''));

/** Whether a row under the list is a sum, a source or a note rather than an entry. A line of sums says nothing beside its name but figures. */
export function isNoteRow(cells: readonly string[], columns: number): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const [first = '', ...others] = filled;
  if (columns > 1 && sums.has(foldText(first.replace(/:$/, ''))) && others.every(isFigure)) return true;
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

/** Says that the row is left out by choice, is a note, or has no name, no country, or of a link no other end. */
export function sayMissing(
  row: { rowNumber: number; cells: readonly string[] },
  draft: { supplierName: string | null; country: string | null; customer: string | null },
  { mapping, table, rows }: { mapping: Partial<Mapping>; table: { header: readonly string[] }; rows: Repairs['rows'] },
  read: RowReading,
): void {
  const { problems } = read;
  const chosen = rows[row.rowNumber];
  if (chosen === 'out') {
    read.note('supplierName', undefined, [{ code: 'row-left-out', params: {}, severity: 'error' }]);
    return;
  }
  if (chosen !== 'in' && isNoteRow(row.cells, table.header.length)) {
    read.note('supplierName', undefined, [{ code: 'note-row', params: {}, severity: 'error' }]);
    return;
  }
  const isLongName = problems.some(({ code, field }) => code === 'text-too-long' && (field === 'supplierName' || field === 'siteName'));
  if (draft.supplierName === null && !isLongName && !read.has('unknown-reference'))
    read.note('supplierName', undefined, [{ code: 'missing-name', params: {}, severity: 'error' }]);
  if (mapping.shape === 'edges') {
    if (draft.customer === null) read.note('customer', undefined, [{ code: 'missing-customer', params: {}, severity: 'error' }]);
  } else if (draft.country === null && !read.has('unknown-country'))
    read.note('country', undefined, [{ code: 'missing-country', params: {}, severity: 'warning' }]);
}
