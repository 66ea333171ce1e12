/**
 * One line of CSV, ended by CRLF. A cell that a spreadsheet would take for a formula gets an apostrophe before it;
 * numbers stay numbers, nothing is an empty cell.
 */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // Tabs and line ends begin a formula too in some programs; a leading space does not hide one.
  const text = /^\s*[=+\-@\t\r\n|%]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
