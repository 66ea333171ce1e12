import { m } from '~/paraglide/messages';
import { drawHeading, drawList, drawParagraph } from '~/documents/pdf/blocks.server';
import type { ReportPage } from './page';

/** How the score is calculated, and its limitations. */
export function drawMethod(page: ReportPage): void {
  drawMethodWith(page, {
    texts: [
      m.supplier_report_method_score,
      m.supplier_report_method_inherent,
      m.supplier_report_method_credit,
      m.supplier_report_method_findings,
      m.supplier_report_method_interval,
      m.supplier_report_method_beside,
    ],
    limits: [
      m.supplier_report_limit_law,
      m.supplier_report_limit_prior,
      m.supplier_report_limit_points,
      m.supplier_report_limit_calibration,
      m.supplier_report_limit_answers,
      m.supplier_report_limit_people,
    ],
  });
}

type Text = (inputs: Record<string, never>, options: ReportPage['say']) => string;

/** The texts of one version of the method, and its limits. */
export function drawMethodWith({ report, say }: ReportPage, { texts, limits }: { texts: readonly Text[]; limits: readonly Text[] }): void {
  report.beginSection(240);
  drawHeading(report, { level: 1, text: m.supplier_report_section_method({}, say) });
  for (const text of texts) drawParagraph(report, { text: text({}, say) });
  drawHeading(report, { level: 2, text: m.supplier_report_limits({}, say) });
  drawList(report, { items: limits.map((limit) => ({ lead: limit({}, say) })) });
}
