import canonicalize from 'canonicalize';
import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { drawHeading, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { placeContents } from '~/documents/pdf/draw-contents.server';
import { drawRunningLines } from '~/documents/pdf/draw-running-lines.server';
import { inks } from '~/documents/pdf/inks';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { placeSignatureField, type SignatureField } from '~/documents/pdf/signature-field.server';
import { arrangeReport } from './arrange-report';
import type { Arranged } from '~/documents/pdf/block';
import { drawBlocks, type Photos } from '~/documents/pdf/draw-block.server';
import { attachmentName } from './part-annex';
import { type AuditReport, auditReportSchema } from './schema';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';

/** What is drawn: the report, in which form, and its photos as JPEG by the SHA-256 of the file they were made from. */
export const auditDrawingSchema = z.strictObject({
  model: auditReportSchema,
  kind: z.enum(auditReportKinds),
  photos: z.map(
    z.string(),
    z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array),
  ),
});
export type AuditDrawing = z.infer<typeof auditDrawingSchema>;

/** The same bytes in the same place: a report's photos together are as large as its file. */
const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength);

/** The report as JSON: its RFC 8785 form with the hash in it. */
export function writeAuditReportJson(model: AuditReport): string {
  return canonicalize(model) ?? '';
}

/**
 * Renders an audit report as an A4 PDF that is PDF/A-3a and PDF/UA-1, with its data attached as JSON. The same report gives the same bytes; with `signature`
 * it has a field whose signature is filled in afterwards. Takes up to seconds: not for the request thread. Throws ZodError for invalid input.
 */
export async function renderAuditReport(given: AuditDrawing, signature?: SignatureField): Promise<Buffer> {
  const { kind } = given;
  // Rendered from the data as stored: verification renders them again, and the order of record keys affects the print.
  const model = auditReportSchema.parse(JSON.parse(writeAuditReportJson(given.model)));
  const say = { locale: model.locale };
  const at = new Date(model.preparedAt);
  const arranged = arrangeReport(model, kind);
  const photos: Photos = new Map([...given.photos].map(([sha256, bytes]) => [sha256, viewOf(bytes)]));
  const report = new ReportDocument({
    title: `${arranged.title}: ${arranged.subtitle}`,
    author: arranged.maker,
    subject: arranged.subtitle,
    locale: model.locale,
    createdAt: at,
    watermark: arranged.watermark,
  });
  const beside = { photos, gone: m.audit_report_photo_gone({}, say) };
  report.addPage();
  drawCover(report, { arranged, model, beside });
  const hasContents = kind === 'full' || kind === 'better-work';
  if (hasContents) report.addPage();
  const contents = {
    title: m.supplier_report_contents({}, say),
    ...(kind === 'full' ? { levels: 1, parts: arranged.parts.length } : { levels: 2 }),
    pageWords: (heading: string, number: number) => m.supplier_report_contents_page({ heading, page: number }, say),
  };
  const fill = hasContents ? placeContents(report, contents) : null;
  let isFirst = true;
  for (const part of arranged.parts) {
    const turns = report.isWide !== (part.isWide ?? false);
    report.isWide = part.isWide ?? false;
    if (turns || (isFirst && kind !== 'full')) report.addPage();
    else report.beginSection(leastOf[part.key] ?? (kind === 'full' ? 120 : 220));
    isFirst = false;
    drawHeading(report, { level: 1, text: part.title });
    drawBlocks(report, part.blocks, beside);
  }
  fill?.();
  drawRunningLines(report, {
    head: arranged.head,
    foot: arranged.foot,
    page: (number, pages) => m.supplier_report_page_of({ page: number, pages }, say),
    firstPage: 1,
  });
  report.attach({
    name: attachmentName,
    data: Buffer.from(writeAuditReportJson(model), 'utf8'),
    description: m.supplier_report_attachment({}, say),
    at,
  });
  if (signature) placeSignatureField(report, signature);
  return report.finish();
}

/** Points that a part needs on a page that another began; short ones need less. */
const leastOf: Partial<Record<string, number>> = { verify: 130, practices: 110 };

function drawCover(
  report: ReportDocument,
  { arranged, model, beside }: { arranged: Arranged; model: AuditReport; beside: Parameters<typeof drawBlocks>[2] },
): void {
  const say = { locale: model.locale };
  report.y = 86;
  drawParagraph(report, { text: arranged.maker, style: { size: 10, ink: inks.muted }, after: 56 });
  drawParagraph(report, { text: arranged.subtitle, style: { size: 12, strong: true, ink: inks.accent }, after: 2 });
  report.note(1, arranged.title);
  drawParagraph(report, { text: arranged.title, style: styles.title, tag: 'H1', after: 26 });
  drawBlocks(report, arranged.cover, beside);
  report.y = Math.max(report.y + 6, report.bottom - 40);
  drawParagraph(report, { text: m.supplier_report_hash({}, say), style: styles.small, after: 0 });
  drawParagraph(report, { text: model.hash, style: { size: 8 }, after: 0 });
}
