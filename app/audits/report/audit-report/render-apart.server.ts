import type { SignatureField } from '~/documents/pdf/signature-field.server';
import { drawReportApart } from '~/documents/renderer/render-apart.server';
import type { AuditDrawing } from './render.server';

/** A report on an audit as PDF, drawn by the renderer: with dozens of photos it takes seconds. */
export function renderAuditReportApart(drawing: AuditDrawing, signature?: SignatureField): Promise<Buffer> {
  const { photos, ...rest } = drawing;
  return drawReportApart('audit', { drawing: rest, signature }, photos);
}
