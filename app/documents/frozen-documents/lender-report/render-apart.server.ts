import type { SignatureField } from '~/documents/pdf/signature-field.server';
import { drawReportApart } from '~/documents/renderer/render-apart.server';
import type { LenderReport } from './schema';

/** A lender’s report as PDF, drawn by the renderer. */
export function renderLenderReportApart(report: LenderReport, signature?: SignatureField): Promise<Buffer> {
  return drawReportApart('lender', { report, signature });
}
