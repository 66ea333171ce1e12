import { m } from '~/paraglide/messages';
import { drawHeading, drawList, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { drawRunningLines } from '~/documents/pdf/draw-running-lines.server';
import { drawTable } from '~/documents/pdf/draw-table.server';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { type PlanReport, planReportSchema } from './schema';

/** Of the width of a page: number, action, owner, day, milestone, status. */
const shares = [0.7, 4.2, 2, 1.5, 1.9, 1.5];

/**
 * Renders an action plan as an A4 PDF that is PDF/A-3a and PDF/UA-1: title and status, costs by currency, all items in one table, then each in full. Dated by
 * its own day, not the clock, so that the same plan gives the same bytes. Throws ZodError for invalid input.
 */
export async function renderPlanReport(given: PlanReport): Promise<Buffer> {
  const { title, subject, head, foot, locale, preparedOn, facts, totals, overview, lines, dropped } = planReportSchema.parse(given);
  const report = new ReportDocument({ title, author: 'Manumit', subject, locale, createdAt: new Date(`${preparedOn}T00:00:00Z`) });
  const pairs = (summary: string, rows: readonly [string, string][]) =>
    drawTable(report, {
      summary,
      columns: [
        { label: '', share: 1 },
        { label: '', share: 3 },
      ],
      rows: rows.map(([name, value]) => [name, value]),
      isHeadless: true,
    });
  report.addPage();
  drawHeading(report, { level: 1, text: title });
  pairs(subject, facts);
  drawHeading(report, { level: 2, text: totals.title });
  pairs(totals.title, totals.rows);
  if (totals.note !== '') drawParagraph(report, { text: totals.note, style: styles.small });
  if (overview.rows.length > 0) {
    drawHeading(report, { level: 2, text: overview.title });
    drawTable(report, {
      summary: overview.title,
      columns: overview.head.map((label, at) => ({ label, share: shares[at] ?? 1 })),
      rows: overview.rows,
      size: 8,
    });
    drawHeading(report, { level: 2, text: lines.title });
    for (const item of lines.items) {
      drawHeading(report, { level: 3, text: item.title });
      pairs(item.title, item.rows);
    }
  }
  if (dropped.items.length > 0) {
    drawHeading(report, { level: 2, text: dropped.title });
    drawList(report, { items: dropped.items });
  }
  drawRunningLines(report, {
    head,
    foot,
    page: (number, pages) => m.supplier_report_page_of({ page: number, pages }, { locale }),
    firstPage: 1,
  });
  return report.finish();
}
