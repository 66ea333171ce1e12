import { m } from '~/paraglide/messages';
import { drawMethodWith } from '../draw-method.server';
import type { ReportPage } from '../page';

/** How method 1 made a score, and its limits. */
export function drawEarlierMethod(page: ReportPage): void {
  drawMethodWith(page, {
    texts: [
      m.report_earlier_method_score,
      m.report_earlier_method_inherent,
      m.report_earlier_method_credit,
      m.report_earlier_method_findings,
      m.report_earlier_method_interval,
    ],
    limits: [
      m.report_limit_law,
      m.report_earlier_limit_weights,
      m.report_earlier_limit_calibration,
      m.report_limit_answers,
      m.report_limit_people,
    ],
  });
}
