import { drawShapes } from '~/documents/pdf/draw-drawing.server';
import { inks } from '~/documents/pdf/inks';
import type { TextLine, TextStyle } from '~/documents/pdf/layout-text.server';
import type { ReportDocument } from '~/documents/pdf/report-document.server';
import type { StructureElement } from '~/documents/pdf/structure';
import type { Shape } from '~/ui/drawing/shapes';
import { clipText, drawRule, heightOf, paperStyles } from './page.server';

/** Shapes within a box. A figure has a text for those who do not see it; marks are read as `actual`. */
export type Picture = { shapes: Shape[]; width: number; height: number } & ({ alt: string } | { actual: string });
export type LedgerCell = { text: string; note?: string; strong?: boolean; most?: number } | { picture: Picture };
export type LedgerColumn = { label: string; width: number; align?: 'start' | 'end' };

export type Ledger = {
  summary: string;
  x?: number;
  columns: readonly LedgerColumn[];
  rows: readonly LedgerCell[][];
  /** Points between two columns. */
  between?: number;
};

const padY = 3;
type Laid = { parts: { lines: TextLine[]; style: TextStyle }[]; height: number } | { picture: Picture; height: number };
type LaidRow = { cells: Laid[]; height: number };

const widthOf = ({ columns }: Pick<Ledger, 'columns'>) => columns.reduce((sum, { width }) => sum + width, 0);
const roomOf = ({ columns, between = 7 }: Ledger, index: number) =>
  (columns[index]?.width ?? 0) - (index === columns.length - 1 ? 0 : between);

function layRows(report: ReportDocument, ledger: Ledger): { head: LaidRow; rows: LaidRow[] } {
  const row = (cells: readonly LedgerCell[], style: TextStyle): LaidRow => {
    const laid = cells.map((cell, index) => layCell(report, { cell, width: roomOf(ledger, index), style }));
    return { cells: laid, height: Math.max(...laid.map(({ height }) => height)) };
  };
  const labels = ledger.columns.map(({ label }) => ({ text: label, most: 2 }));
  return { head: row(labels, paperStyles.head), rows: ledger.rows.map((cells) => row(cells, paperStyles.cell)) };
}

/** How high a table is with its first rows, one entry for each number of rows from none on. */
export function ledgerHeights(report: ReportDocument, ledger: Ledger): number[] {
  const { head, rows } = layRows(report, ledger);
  let sum = head.height;
  return [sum, ...rows.map(({ height }) => (sum += height))];
}

/** A table that stays on its page: each text is cut to its lines. The first cell of a row is its header. */
export function drawLedger(report: ReportDocument, ledger: Ledger): void {
  const { summary, x = report.left, columns } = ledger;
  const offsets = columns.map((_, index) => x + widthOf({ columns: columns.slice(0, index) }));
  const width = widthOf(ledger);
  const { head, rows } = layRows(report, ledger);
  const place = (element: StructureElement, cell: Laid, index: number) => {
    const [at, room, align] = [offsets[index] ?? 0, roomOf(ledger, index), columns[index]?.align ?? 'start'];
    if ('picture' in cell) drawPicture(report, { element, picture: cell.picture, x: at, y: report.y + padY });
    else {
      let y = report.y + padY;
      for (const { lines, style } of cell.parts) y += report.write(element, lines, { x: at, y, width: room, style, align });
    }
  };
  const table = report.element('Table', { title: summary });
  const headRow = report.element('TR', {}, report.element('THead', {}, table));
  for (const [index, cell] of head.cells.entries()) place(report.element('TH', { scope: 'Column' }, headRow), cell, index);
  report.y += head.height;
  drawRule(report, { x, width, weight: 0.9 });
  const body = report.element('TBody', {}, table);
  for (const { cells, height } of rows) {
    const element = report.element('TR', {}, body);
    for (const [index, cell] of cells.entries())
      place(index === 0 ? report.element('TH', { scope: 'Row' }, element) : report.element('TD', {}, element), cell, index);
    report.y += height;
    drawRule(report, { x, width, weight: 0.4, ink: inks.hairline });
  }
}

type ToLay = { cell: LedgerCell; width: number; style: TextStyle };

function layCell(report: ReportDocument, { cell, width, style }: ToLay): Laid {
  if ('picture' in cell) return { picture: cell.picture, height: cell.picture.height + 2 * padY };
  const { text, note, strong = false, most = 1 } = cell;
  const main = strong ? { ...style, strong: true } : style;
  const parts = [{ lines: clipText(report, { text, style: main, width, most }), style: main }];
  if (note !== undefined)
    parts.push({ lines: clipText(report, { text: note, style: paperStyles.note, width, most: 1 }), style: paperStyles.note });
  return { parts, height: 2 * padY + parts.reduce((sum, part) => sum + heightOf(part.lines, part.style), 0) };
}

function drawPicture(
  report: ReportDocument,
  { element, picture, x, y }: { element: StructureElement; picture: Picture; x: number; y: number },
): void {
  const bbox: [number, number, number, number] = [x, y, x + picture.width, y + picture.height];
  const part =
    'alt' in picture
      ? report.element('Figure', { alt: picture.alt, bbox, placement: 'Block' }, element)
      : report.element('Span', { actual: picture.actual }, element);
  part.add(() => drawShapes(report, { drawing: picture, scale: 1, left: x, top: y }));
}
