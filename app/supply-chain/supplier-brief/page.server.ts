import { inks } from '~/documents/pdf/inks';
import type { ReportDocument } from '~/documents/pdf/report-document.server';
import type { StructureElement } from '~/documents/pdf/structure';
import { m } from '~/paraglide/messages';
import { drawRule, heightOf, paperStyles, placeSection, placeText } from '../board-paper/page.server';
import type { SupplierBrief } from './schema';

/** How much of each list is drawn, and on how many lines its texts may run. */
export type Limits = { asks: number; alerts: number; findings: number; actions: number; lines: number; askLines: number };
export type BriefPage = { report: ReportDocument; brief: SupplierBrief; say: { locale: SupplierBrief['locale'] }; limits: Limits };

/** Points between two columns, and after a section. */
export const between = 18;
export const gap = 10;

export type Column = { x: number; width: number };
type Row = { title: string; value?: string; note: string | null };

/** Two columns side by side: what is below begins under the longer one. */
export function placePair({ report }: BriefPage, draw: [left: (column: Column) => void, right: (column: Column) => void]): void {
  const width = (report.width - between) / 2;
  const top = report.y;
  let lowest = top;
  for (const [index, each] of draw.entries()) {
    report.y = top;
    each({ x: report.left + index * (width + between), width });
    lowest = Math.max(lowest, report.y);
  }
  report.y = lowest + gap;
}

/** A section with rows in a column: a title with a value at its end, a note below; and how many more there are. `empty`: what is written without a row. */
export function placeRows(
  page: BriefPage,
  options: { title: string; column: Column; rows: readonly Row[]; total: number; empty: string },
): void {
  const { report, limits } = page;
  const { title, column, rows, total, empty } = options;
  placeSection(report, { title, ...column, level: 2, most: 1 });
  if (total === 0) {
    placeText(report, { text: empty, style: paperStyles.text, ...column, most: 2 });
    return;
  }
  const list = report.element('L');
  for (const [index, row] of rows.entries()) {
    report.y += 2;
    if (index > 0) drawRule(report, { ...column, weight: 0.4, ink: inks.hairline });
    report.y += 3;
    placeRow(report, { row, column, lines: limits.lines, list });
  }
  placeMore(page, { count: total - rows.length, column });
}

function placeRow(report: ReportDocument, options: { row: Row; column: Column; lines: number; list: StructureElement }): void {
  const { row, column, lines, list } = options;
  const parent = report.element('LBody', {}, report.element('LI', {}, list));
  const from = report.y;
  const value = row.value === undefined ? [] : report.layout(row.value, paperStyles.strong, column.width / 2);
  const valueWidth = value[0] === undefined ? 0 : Math.max(...value.map((line) => line.width)) + 8;
  placeText(report, { text: row.title, style: paperStyles.strong, x: column.x, width: column.width - valueWidth, most: lines, parent });
  if (value.length > 0) {
    const place = { x: column.x + column.width - valueWidth, y: from, width: valueWidth, style: paperStyles.strong, align: 'end' as const };
    report.write(report.element('P', {}, parent), value, place);
    report.y = Math.max(report.y, from + heightOf(value, paperStyles.strong));
  }
  if (row.note !== null) placeText(report, { text: row.note, style: paperStyles.note, ...column, most: lines, parent });
}

/** That a list goes on; nothing where all of it is drawn. */
export function placeMore({ report, say }: BriefPage, { count, column }: { count: number; column?: Column }): void {
  if (count <= 0) return;
  report.y += 3;
  placeText(report, { text: m.supplier_brief_more({ count }, say), style: { size: 7.5, strong: true }, ...column, most: 1 });
}
