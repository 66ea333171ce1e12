/** Columns of the list that a person may choose, in the order of the table; the name and the score are always there. */
export const supplierColumns = [
  'place',
  'child',
  'alerts',
  'basis',
  'country',
  'sector',
  'tier',
  'workers',
  'spend',
  'findings',
  'audit',
  'tags',
  'owner',
  'due',
] as const;
export type SupplierColumn = (typeof supplierColumns)[number];
/** What a list shows until a person chooses. */
export const usualColumns: readonly SupplierColumn[] = ['place', 'alerts', 'basis', 'tier', 'workers', 'findings', 'audit', 'owner', 'due'];

/** Columns from words of an address or a stored choice: known ones, each once, in the order of the table. Null: none was named. */
export function readColumns(words: readonly string[]): SupplierColumn[] | null {
  const named = new Set(words.flatMap((word) => word.split(',')));
  const known = supplierColumns.filter((column) => named.has(column));
  return known.length > 0 || named.has('none') ? known : null;
}

/** Columns as one word of an address: "alerts,tier"; "none" for no column beside name and score. */
export const writeColumns = (columns: readonly SupplierColumn[]): string => (columns.length > 0 ? columns.join(',') : 'none');

/** The columns of a page: those of the address, else those that the person chose for the view, else those of the saved view, else the usual ones. */
export function shownColumns(chosen: {
  named: readonly SupplierColumn[] | null;
  own: readonly string[] | undefined;
  ofView: readonly string[] | undefined;
  /** The list is filtered or sorted by the child labour score. */
  withChild: boolean;
}): SupplierColumn[] {
  const { named, own = [], ofView = [], withChild } = chosen;
  // Beside the usual columns, child labour takes the room of the rank.
  const usual = withChild ? usualColumns.filter((column) => column !== 'place') : usualColumns;
  const columns = named ?? readColumns(own) ?? readColumns(ofView) ?? usual;
  return supplierColumns.filter((column) => columns.includes(column) || (withChild && column === 'child'));
}
