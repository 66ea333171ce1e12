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

type Ledger = {
  summary: string;
  x?: number;
  columns: readonly LedgerColumn[];
  rows: readonly LedgerCell[][];
  /** The lowest point of the table; rows that do not fit above it are left out. */
  bottom?: number;
};

const between = 7;
const padY = 3;
type Laid = { parts: { lines: TextLine[]; style: TextStyle }[]; height: number } | { picture: Picture; height: number };

/** A table on one page: rows as far as they fit, each text cut to its lines. @returns how many rows were drawn */
export function drawLedger(report: ReportDocument, { summary, x = report.left, columns, rows, bottom = report.bottom }: Ledger): number {
  const offsets = columns.map((_, index) => x + columns.slice(0, index).reduce((sum, { width }) => sum + width, 0));
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const roomOf = (index: number) => (columns[index]?.width ?? 0) - (index === columns.length - 1 ? 0 : between);
  const place = (element: StructureElement, cell: Laid, index: number) => {
    const [at, room, align] = [offsets[index] ?? 0, roomOf(index), columns[index]?.align ?? 'start'];
    if ('picture' in cell) drawPicture(report, { element, picture: cell.picture, x: at, y: report.y + padY });
    else {
      let y = report.y + padY;
      for (const { lines, style } of cell.parts) y += report.write(element, lines, { x: at, y, width: room, style, align });
    }
  };
  const head = columns.map(({ label }, index) => layCell(report, { text: label, most: 2 }, roomOf(index), paperStyles.head));
  const laid = rows.map((row) => row.map((cell, index) => layCell(report, cell, roomOf(index), paperStyles.cell)));
  const table = report.element('Table', { title: summary });
  const headRow = report.element('TR', {}, report.element('THead', {}, table));
  for (const [index, cell] of head.entries()) place(report.element('TH', { scope: 'Column' }, headRow), cell, index);
  report.y += Math.max(...head.map(({ height }) => height));
  drawRule(report, { x, width, weight: 0.9 });
  const body = report.element('TBody', {}, table);
  let drawn = 0;
  for (const row of laid) {
    const height = Math.max(...row.map((cell) => cell.height));
    if (report.y + height > bottom) break;
    const element = report.element('TR', {}, body);
    for (const [index, cell] of row.entries())
      place(index === 0 ? report.element('TH', { scope: 'Row' }, element) : report.element('TD', {}, element), cell, index);
    report.y += height;
    drawRule(report, { x, width, weight: 0.4, ink: inks.hairline });
    drawn += 1;
  }
  return drawn;
}

function layCell(report: ReportDocument, cell: LedgerCell, width: number, style: TextStyle): Laid {
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
