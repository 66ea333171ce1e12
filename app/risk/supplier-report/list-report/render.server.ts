import canonicalize from 'canonicalize';
import { m } from '~/paraglide/messages';
import { isolate, writeDate } from '~/documents/pdf/labels';
import { drawRunningLines } from '~/documents/pdf/draw-running-lines.server';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { drawLeftOut } from './draw-left-out.server';
import { drawMethod } from './draw-method.server';
import { drawSummary } from './draw-summary.server';
import { drawTop } from './draw-top.server';
import { attachmentName } from './page';
import { type ListReport, listReportSchema } from './schema';

/**
 * Renders the report of a list as an A4 PDF that is PDF/A-3a and PDF/UA-1, with its content attached as JSON. Dated by the day of the scores, not the clock,
 * so that the same report gives the same bytes. Throws ZodError for invalid input.
 */
export async function renderListReport(given: ListReport): Promise<Buffer> {
  const model = listReportSchema.parse(JSON.parse(canonicalize(given) ?? ''));
  const say = { locale: model.locale };
  const at = new Date(`${model.asOf}T00:00:00Z`);
  const { name } = model.list;
  const date = writeDate(model.asOf, say);
  const title = m.supplier_report_list_document_title({ list: name }, say);
  const report = new ReportDocument({
    title,
    author: 'Manumit',
    subject: m.supplier_report_list_subject({ list: name, date }, say),
    locale: model.locale,
    createdAt: at,
  });
  const page = { report, model, say };
  report.addPage();
  for (const draw of [drawSummary, drawTop, drawLeftOut, drawMethod]) draw(page);
  drawRunningLines(report, {
    head: m.supplier_report_list_document_title({ list: isolate(name) }, say),
    foot: m.supplier_report_foot({ organization: isolate(name), date, hash: model.hash.slice(0, 12) }, say),
    page: (number, pages) => m.supplier_report_page_of({ page: number, pages }, say),
    firstPage: 1,
  });
  report.attach({
    name: attachmentName,
    data: Buffer.from(canonicalize(model) ?? '', 'utf8'),
    description: m.supplier_report_list_attachment({}, say),
    at,
  });
  return report.finish();
}
