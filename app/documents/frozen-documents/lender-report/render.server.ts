import canonicalize from 'canonicalize';
import { m } from '~/paraglide/messages';
import { isolate, writeDate } from '~/documents/pdf/labels';
import { drawBlocks } from '~/documents/pdf/draw-block.server';
import { drawHeading, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { placeContents } from '~/documents/pdf/draw-contents.server';
import { drawRunningLines } from '~/documents/pdf/draw-running-lines.server';
import { inks } from '~/documents/pdf/inks';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { placeSignatureField, type SignatureField } from '~/documents/pdf/signature-field.server';
import { type LenderReport, lenderReportSchema } from './schema';

const noPhotos = { photos: new Map<string, Buffer>(), gone: '' };
/** A report of more parts than this has contents. */
const partsWithoutContents = 6;

/** The report as JSON: its RFC 8785 form with the hash in it. */
export function writeLenderReportJson(report: LenderReport): string {
  return canonicalize(report) ?? '';
}

/**
 * Renders a lender's report as an A4 PDF that is PDF/A-3a and PDF/UA-1, with its data attached as JSON. The same report gives the same bytes; with `signature`
 * it has a field whose signature is filled in afterwards. Not for the request thread. Throws ZodError for invalid input.
 */
export async function renderLenderReport(given: LenderReport, signature?: SignatureField): Promise<Buffer> {
  // Rendered from the data as stored: verification renders them again.
  const model = lenderReportSchema.parse(JSON.parse(writeLenderReportJson(given)));
  const say = { locale: model.locale };
  const at = new Date(model.preparedAt);
  const { title, subtitle, cover, parts, head } = model.document;
  const report = new ReportDocument({
    title: `${title}: ${subtitle}`,
    author: model.organization.name,
    subject: subtitle,
    locale: model.locale,
    createdAt: at,
    watermark: model.state === 'draft' ? m.audit_report_watermark({}, say) : null,
  });
  report.addPage();
  report.y = 86;
  drawParagraph(report, { text: model.organization.name, style: { size: 10, ink: inks.muted }, after: 56 });
  drawParagraph(report, { text: subtitle, style: { size: 12, strong: true, ink: inks.accent }, after: 2 });
  report.note(1, title);
  drawParagraph(report, { text: title, style: styles.title, tag: 'H1', after: 26 });
  drawBlocks(report, cover, noPhotos);
  report.y = Math.max(report.y + 6, report.bottom - 40);
  drawParagraph(report, { text: m.supplier_report_hash({}, say), style: styles.small, after: 0 });
  drawParagraph(report, { text: model.hash, style: { size: 8 }, after: 0 });
  let fill: (() => void) | null = null;
  if (parts.length > partsWithoutContents) {
    report.addPage();
    fill = placeContents(report, {
      title: m.supplier_report_contents({}, say),
      levels: 1,
      pageWords: (heading: string, number: number) => m.supplier_report_contents_page({ heading, page: number }, say),
    });
  }
  for (const [place, part] of parts.entries()) {
    if (place === 0) report.addPage();
    else report.beginSection(160);
    drawHeading(report, { level: 1, text: part.title });
    drawBlocks(report, part.blocks, noPhotos);
  }
  fill?.();
  const foot = { organization: isolate(model.organization.name), date: writeDate(model.preparedAt, say), hash: model.hash.slice(0, 12) };
  drawRunningLines(report, {
    head,
    foot: m.supplier_report_foot(foot, say),
    page: (number, pages) => m.supplier_report_page_of({ page: number, pages }, say),
    firstPage: 1,
  });
  report.attach({
    name: `${model.kind}.json`,
    data: Buffer.from(writeLenderReportJson(model), 'utf8'),
    description: m.supplier_report_attachment({}, say),
    at,
  });
  if (signature) placeSignatureField(report, signature);
  return report.finish();
}
