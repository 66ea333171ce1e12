import { styles } from './blocks.server';
import { lineHeight, type TextLine, type TextStyle } from './layout-text.server';
import { inks } from './inks';
import type { ReportDocument } from './report-document.server';
import type { StructureElement } from './structure';
import { boxSize, drawBox } from './tick-box.server';

export type Column = { label: string; share: number; align?: 'start' | 'end' };
/** What a cell says: a text, or a text with a smaller second one under it. `indent` in points. */
export type Cell = string | { text: string; note?: string; strong?: boolean; indent?: number };
/** A cell with a box to tick. `ticked`: how it reads where it is ticked. */
export type BoxCell = { isTicked: boolean; ticked: string };
export type TableOptions = {
  /** The content of the table, for screen readers. */
  summary: string;
  columns: Column[];
  rows: Cell[][];
  size?: number;
  /** Without a head: pairs of a name and a value, one or several in a row. */
  isHeadless?: boolean;
  /** Less space between the rows. */
  isDense?: boolean;
};

type LaidCell = {
  parts: { lines: TextLine[]; style: TextStyle }[];
  height: number;
  indent: number;
  padY: number;
  box: BoxCell | null;
};
const padX = 5;
const padOf = (isDense: boolean) => (isDense ? 1 : 3.5);

/**
 * A table with a head that is repeated on every page (as an artifact after the first) and rows that are never split, unless one is higher than a
 * page. The first cell of a row is its header.
 */
export function drawTable(report: ReportDocument, options: Omit<TableOptions, 'rows'> & { rows: (Cell | BoxCell)[][] }): void {
  const { columns, rows, summary, size = 8.5, isHeadless = false, isDense = false } = options;
  const padY = padOf(isDense);
  const sum = columns.reduce((total, column) => total + column.share, 0);
  const widths = columns.map((column) => (column.share / sum) * report.width);
  const offsets = widths.map((_, index) => report.left + widths.slice(0, index).reduce((total, width) => total + width, 0));
  const place = (index: number) => ({
    x: (offsets[index] ?? 0) + padX,
    width: (widths[index] ?? 0) - 2 * padX,
    align: columns[index]?.align ?? 'start',
  });
  const headStyle: TextStyle = { size: size - 0.5, strong: true, ink: inks.muted };
  const head = columns.map((column, index) => layCell(report, { cell: column.label, width: place(index).width, style: headStyle, padY }));
  const headHeight = isHeadless ? 0 : Math.max(...head.map((cell) => cell.height));

  const writeCell = (element: StructureElement, cell: LaidCell, index: number) => {
    const { x, width, align } = place(index);
    let y = report.y + padY;
    if (cell.box) drawBox(report, { element, box: cell.box, x, y });
    for (const { lines, style } of cell.parts)
      y += report.write(element, lines, { x: x + cell.indent, y, width: width - cell.indent, style, align });
  };
  const headRule = () => report.rule({ y: report.y + headHeight, ink: inks.ink, weight: 0.8 });

  const laid = rows.map((row) =>
    row.map((cell, index) => layCell(report, { cell, width: place(index).width, style: { size, strong: false, ink: inks.ink }, padY })),
  );
  const heights = laid.map((row) => Math.max(...row.map((cell) => cell.height)));
  report.reserve(beginningOf(headHeight, heights[0]));

  const table = report.element('Table', { title: summary });
  if (isHeadless) report.rule();
  else {
    const headRow = report.element('TR', {}, report.element('THead', {}, table));
    for (const [index, cell] of head.entries()) writeCell(report.element('TH', { scope: 'Column' }, headRow), cell, index);
    headRule();
    report.y += headHeight;
  }

  const body = report.element('TBody', {}, table);
  for (const [rowIndex, row] of laid.entries()) {
    const height = heights[rowIndex] ?? 0;
    // The last row of a longer table is never alone on a page.
    const needed = height + (rows.length > 3 && rowIndex === rows.length - 2 ? (heights[rowIndex + 1] ?? 0) : 0);
    if (report.y + needed > report.bottom && report.y > report.top + headHeight) {
      report.addPage();
      if (!isHeadless) {
        report.artifact(() => drawHeadAgain(report, { head, place }));
        headRule();
        report.y += headHeight;
      }
    }
    const element = report.element('TR', {}, body);
    for (const [index, cell] of row.entries()) {
      writeCell(
        index === 0 || (isHeadless && index % 2 === 0)
          ? report.element('TH', { scope: 'Row' }, element)
          : report.element('TD', {}, element),
        cell,
        index,
      );
    }
    report.y += height;
    report.rule();
  }
  report.y += 10;
}

/** Head and first row are on one page, unless the row is very high. */
const beginningOf = (head: number, firstRow: number | undefined) => head + Math.min(firstRow ?? 0, 200) + 4;

/** How much of a page a table takes at the least, so that a heading may stay with it. */
export function tableBeginning(
  report: ReportDocument,
  { columns, rows, size = 8.5, isHeadless = false, isDense = false }: TableOptions,
): number {
  const sum = columns.reduce((total, column) => total + column.share, 0);
  const heightOf = (cells: readonly Cell[], style: TextStyle) =>
    Math.max(
      ...cells.map(
        (cell, index) =>
          layCell(report, { cell, width: ((columns[index]?.share ?? 0) / sum) * report.width - 2 * padX, style, padY: padOf(isDense) })
            .height,
      ),
    );
  const head = isHeadless
    ? 0
    : heightOf(
        columns.map(({ label }) => label),
        { size: size - 0.5, strong: true, ink: inks.muted },
      );
  const [first] = rows;
  return beginningOf(head, first && heightOf(first, { size, strong: false, ink: inks.ink }));
}

function layCell(report: ReportDocument, options: { cell: Cell | BoxCell; width: number; style: TextStyle; padY: number }): LaidCell {
  const { width, style, padY } = options;
  if (typeof options.cell === 'object' && 'isTicked' in options.cell)
    return { parts: [], height: 2 * padY + boxSize, indent: 0, padY, box: options.cell };
  const cell = typeof options.cell === 'string' ? { text: options.cell } : options.cell;
  const indent = cell.indent ?? 0;
  const main: TextStyle = cell.strong ? { ...style, strong: true } : style;
  const parts = [{ lines: report.layout(cell.text, main, width - indent), style: main }];
  if (cell.note !== undefined) {
    const small: TextStyle = { ...styles.small, size: style.size - 0.75 };
    parts.push({ lines: report.layout(cell.note, small, width - indent), style: small });
  }
  const height = 2 * padY + parts.reduce((total, part) => total + part.lines.length * lineHeight(part.lines, part.style), 0);
  return { parts, height, indent, padY, box: null };
}

/** The head on a later page is no content: it has been said. */
function drawHeadAgain(
  report: ReportDocument,
  options: { head: LaidCell[]; place: (index: number) => { x: number; width: number; align: 'start' | 'end' } },
): void {
  for (const [index, cell] of options.head.entries()) {
    const { x, width, align } = options.place(index);
    for (const { lines, style } of cell.parts) report.writeBare(lines, { x, y: report.y + cell.padY, width, style, align });
  }
}
