import { inks } from './inks';
import type { TextLine } from './layout-text.server';
import type { ReportDocument } from './report-document.server';

/**
 * Writes the line at the head and the foot of every page from `firstPage` on (1 = cover); the head only from `headFrom`, where that is given. They are no content,
 * so readers pass over them.
 */
export function drawRunningLines(
  report: ReportDocument,
  options: { head: string; foot: string; page: (page: number, of: number) => string; firstPage: number; headFrom?: number },
): void {
  const style = { size: 7.5, ink: inks.muted };
  const { count } = report.doc.bufferedPageRange();
  // Pages have one width or two.
  const laid = new Map<number, { head: TextLine | undefined; foot: TextLine | undefined }>();
  const lay = (width: number) => {
    const known = laid.get(width) ?? {
      head: report.layout(options.head, style, width)[0],
      foot: report.layout(options.foot, style, width - 70)[0],
    };
    laid.set(width, known);
    return known;
  };
  for (let index = options.firstPage - 1; index < count; index++) {
    report.doc.switchToPage(index);
    const { left, width } = report;
    const { head, foot } = lay(width);
    const [page] = report.layout(options.page(index + 1, count), style, width);
    const low = report.doc.page.height - 44;
    report.artifact(() => {
      if (head !== undefined && index + 1 >= (options.headFrom ?? 1)) report.writeBare([head], { x: left, y: 36, width, style });
      if (foot !== undefined) report.writeBare([foot], { x: left, y: low, width, style });
      if (page !== undefined) report.writeBare([page], { x: left, y: low, width, style, align: 'end' });
    }, 'Pagination');
    report.rule({ y: low - 6 });
  }
}
