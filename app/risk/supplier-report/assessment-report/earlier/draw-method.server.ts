import { m } from '~/paraglide/messages';
import { drawMethodWith } from '../draw-method.server';
import type { ReportPage } from '../page';

/** How method 1 made a score, and its limits. */
export function drawEarlierMethod(page: ReportPage): void {
  drawMethodWith(page, {
    texts: [
      m.supplier_report_earlier_method_score,
      m.supplier_report_earlier_method_inherent,
      m.supplier_report_earlier_method_credit,
      m.supplier_report_earlier_method_findings,
      m.supplier_report_earlier_method_interval,
    ],
    limits: [
      m.supplier_report_limit_law,
      m.supplier_report_earlier_limit_weights,
      m.supplier_report_earlier_limit_calibration,
      m.supplier_report_limit_answers,
      m.supplier_report_limit_people,
    ],
  });
}
