/** A row as read: `rowNumber` is 1-based and counts blank rows. */
export type TableRow = { readonly rowNumber: number; readonly cells: string[] };

const separator = '\u001f';

/** Keeps a row as one text: a long list takes the memory of its letters, and not of an array and a text a cell. */
class PackedRow implements TableRow {
  constructor(
    readonly rowNumber: number,
    private readonly text: string,
  ) {}

  /** Split on each access. */
  get cells(): string[] {
    return this.text.split(separator);
  }

  cell(at: number): string {
    let start = 0;
    for (let left = at; left > 0; left--) {
      const end = this.text.indexOf(separator, start);
      if (end < 0) return '';
      start = end + 1;
    }
    const end = this.text.indexOf(separator, start);
    return this.text.slice(start, end < 0 ? undefined : end);
  }
}

/** The same row, packed; a row whose cells contain the separator stays as it is. */
export function packRow(rowNumber: number, cells: string[]): TableRow {
  return cells.length === 0 || cells.some((cell) => cell.includes(separator))
    ? { rowNumber, cells }
    : new PackedRow(rowNumber, cells.join(separator));
}

/** One cell of a row, '' where it has none. */
export function cellAt(row: { readonly cells: readonly string[] }, at: number): string {
  return row instanceof PackedRow ? row.cell(at) : (row.cells[at] ?? '');
}
