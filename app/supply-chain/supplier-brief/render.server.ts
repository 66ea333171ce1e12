import { drawRunningLines } from '~/documents/pdf/draw-running-lines.server';
import { isolate, writeDate } from '~/documents/pdf/labels';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { m } from '~/paraglide/messages';
import { drawEvidence } from './draw-evidence.server';
import { drawHead } from './draw-head.server';
import { gap, type Limits } from './page.server';
import { mostShown, type SupplierBrief, supplierBriefSchema } from './schema';

/** The height of the running line at the foot. */
const foot = 56;

/** From all that is shown to the least that is: the first with which one page is enough is drawn. */
const steps: readonly Limits[] = [
  { ...mostShown, lines: 2, askLines: 2 },
  { ...mostShown, asks: 5, findings: 2, actions: 2, lines: 2, askLines: 2 },
  { ...mostShown, asks: 4, alerts: 2, findings: 2, actions: 2, lines: 2, askLines: 2 },
  { ...mostShown, asks: 4, alerts: 2, findings: 2, actions: 2, lines: 1, askLines: 2 },
  { ...mostShown, asks: 3, alerts: 1, findings: 1, actions: 1, lines: 1, askLines: 2 },
  { ...mostShown, asks: 3, alerts: 1, findings: 1, actions: 1, lines: 1, askLines: 1 },
];

/**
 * Renders a brief as one A4 page that is PDF/A-3a and PDF/UA-1, marked as a working paper: no hash, no signature, no data. Not for the request thread. Throws
 * ZodError for invalid input.
 */
export async function renderSupplierBrief(given: SupplierBrief): Promise<Buffer> {
  const brief = supplierBriefSchema.parse(given);
  for (const limits of steps) {
    const report = drawBrief(brief, limits);
    if (report.y - gap <= report.doc.page.height - foot) return report.finish();
  }
  throw new Error('the shortest brief is longer than a page');
}

function drawBrief(brief: SupplierBrief, limits: Limits): ReportDocument {
  const say = { locale: brief.locale };
  const date = writeDate(brief.asOf, say);
  const report = new ReportDocument({
    title: `${m.supplier_brief_title({}, say)} · ${brief.supplier.name} · ${date}`,
    author: brief.organization.name,
    subject: brief.verdict,
    locale: brief.locale,
    createdAt: new Date(brief.preparedAt),
  });
  const page = { report, brief, say, limits };
  report.addPage();
  drawHead(page);
  drawEvidence(page);
  const end = report.y;
  drawRunningLines(report, {
    head: m.supplier_brief_title({}, say),
    foot: m.supplier_brief_foot({ organization: isolate(brief.organization.name), date }, say),
    page: (number, pages) => m.supplier_report_page_of({ page: number, pages }, say),
    ...{ firstPage: 1, headFrom: 2 },
  });
  report.y = end;
  return report;
}
