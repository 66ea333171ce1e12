import { m } from '~/paraglide/messages';
import { drawHeading, drawList, drawParagraph } from '../kit/blocks.server';
import type { ReportPage } from './page';

/** How the score is made, in words, and what it cannot say. */
export function drawMethod({ report, say }: ReportPage): void {
  report.beginSection(240);
  drawHeading(report, { level: 1, text: m.report_section_method({}, say) });
  for (const text of [
    m.report_method_score,
    m.report_method_inherent,
    m.report_method_credit,
    m.report_method_findings,
    m.report_method_interval,
  ]) {
    drawParagraph(report, { text: text({}, say) });
  }
  drawHeading(report, { level: 2, text: m.report_limits({}, say) });
  const limits = [m.report_limit_law, m.report_limit_weights, m.report_limit_calibration, m.report_limit_answers, m.report_limit_people];
  drawList(report, { items: limits.map((limit) => ({ lead: limit({}, say) })) });
}
