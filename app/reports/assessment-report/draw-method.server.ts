import { m } from '~/paraglide/messages';
import { drawHeading, drawList, drawParagraph } from '../kit/blocks.server';
import type { ReportPage } from './page';

/** How the score is made, in words, and what it cannot say. */
export function drawMethod(page: ReportPage): void {
  drawMethodWith(page, {
    texts: [
      m.report_method_score,
      m.report_method_inherent,
      m.report_method_credit,
      m.report_method_findings,
      m.report_method_interval,
      m.report_method_beside,
    ],
    limits: [
      m.report_limit_law,
      m.report_limit_prior,
      m.report_limit_points,
      m.report_limit_calibration,
      m.report_limit_answers,
      m.report_limit_people,
    ],
  });
}

type Text = (inputs: Record<string, never>, options: ReportPage['say']) => string;

/** The texts of one version of the method, and its limits. */
export function drawMethodWith({ report, say }: ReportPage, { texts, limits }: { texts: readonly Text[]; limits: readonly Text[] }): void {
  report.beginSection(240);
  drawHeading(report, { level: 1, text: m.report_section_method({}, say) });
  for (const text of texts) drawParagraph(report, { text: text({}, say) });
  drawHeading(report, { level: 2, text: m.report_limits({}, say) });
  drawList(report, { items: limits.map((limit) => ({ lead: limit({}, say) })) });
}
