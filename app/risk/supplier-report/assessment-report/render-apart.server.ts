import type { SignatureField } from '~/documents/pdf/signature-field.server';
import { drawReportApart } from '~/documents/renderer/render-apart.server';
import type { StoredReport } from './stored-schema';

/** The report as PDF, drawn by the renderer. */
export function renderAssessmentReportApart(report: StoredReport, signature?: SignatureField): Promise<Buffer> {
  return drawReportApart('assessment', { report, signature });
}
