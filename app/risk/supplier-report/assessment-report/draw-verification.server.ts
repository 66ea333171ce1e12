import { m } from '~/paraglide/messages';
import { drawHeading, drawLink, drawParagraph } from '~/documents/pdf/blocks.server';
import { attachmentName, type ReportPage } from './page';

/** How a reader verifies that the report is unaltered. */
export function drawVerification({ report, model, say }: ReportPage): void {
  report.beginSection(150);
  drawHeading(report, { level: 1, text: m.supplier_report_section_verify({}, say) });
  drawParagraph(report, { text: m.supplier_report_verify_text({ file: attachmentName }, say) });
  drawParagraph(report, { text: model.hash, style: { size: 9.5, strong: true }, after: 10 });
  if (model.verifyAt === null) return;
  const url = `${model.verifyAt}/${model.hash}`;
  drawLink(report, { text: m.supplier_report_verify_link({ address: url }, say), url });
}
