import { m } from '~/paraglide/messages';
import { isolate, writeDate } from '../labels';
import { drawHeading, drawParagraph, styles } from '../blocks.server';
import { drawFigure } from '../draw-drawing.server';
import { drawRunningLines } from '../draw-running-lines.server';
import { drawTable } from '../draw-table.server';
import { ReportDocument } from '../report-document.server';
import { type MapReport, mapReportSchema } from './schema';

/**
 * Renders a map as an A4 PDF that is PDF/A-3a and PDF/UA-1: figures with alternative text, and tables with the same data. Dated by its own day, not the clock,
 * so that the same map gives the same bytes. Throws ZodError for invalid input.
 */
export async function renderMapReport(given: MapReport): Promise<Buffer> {
  const model = mapReportSchema.parse(given);
  const say = { locale: model.locale };
  const date = writeDate(model.preparedOn, say);
  const report = new ReportDocument({
    title: model.title,
    author: 'Manumit',
    subject: model.lead.join(' ') || model.title,
    locale: model.locale,
    createdAt: new Date(`${model.preparedOn}T00:00:00Z`),
  });
  report.addPage();
  drawHeading(report, { level: 1, text: model.title });
  for (const text of model.lead) drawParagraph(report, { text });
  for (const { title, alt, note, drawing } of model.figures) {
    const room = report.bottom - report.top - 60;
    const scale = Math.min(0.8, report.width / drawing.width, room / drawing.height);
    // The heading stays with its figure.
    report.reserve(drawing.height * scale + 48);
    drawHeading(report, { level: 2, text: title });
    drawFigure(report, { drawing, alt, scale });
    if (note !== '') drawParagraph(report, { text: note, style: styles.small });
  }
  for (const { title, note, columns, rows } of model.tables) {
    drawHeading(report, { level: 2, text: title });
    if (note !== '') drawParagraph(report, { text: note, style: styles.small });
    drawTable(report, {
      summary: title,
      columns: columns.map(({ label, share, align }) => ({ label, share, ...(align ? { align } : {}) })),
      rows,
      size: 8,
    });
  }
  drawRunningLines(report, {
    head: isolate(model.title),
    foot: m.map_report_foot({ organization: isolate(model.organization), date }, say),
    page: (number, pages) => m.supplier_report_page_of({ page: number, pages }, say),
    firstPage: 1,
  });
  return report.finish();
}
