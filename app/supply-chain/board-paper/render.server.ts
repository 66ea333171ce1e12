import canonicalize from 'canonicalize';
import { drawRunningLines } from '~/documents/pdf/draw-running-lines.server';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { placeSignatureField, type SignatureField } from '~/documents/pdf/signature-field.server';
import { isolate, writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import { drawFirstPage } from './draw-first-page.server';
import { drawSecondPage } from './draw-second-page.server';
import { attachmentName } from './page.server';
import { type BoardPaper, type BoardPaperContent, boardPaperContentSchema, boardPaperSchema } from './schema';
import { stateFinding } from './state-finding';

/** The paper as JSON: its RFC 8785 form with the hash in it. */
export function writeBoardPaperJson(paper: BoardPaper): string {
  return canonicalize(paper) ?? '';
}

/**
 * Renders an issued paper as two A4 pages that are PDF/A-3a and PDF/UA-1, with its data attached as JSON. The same paper gives the same bytes; with `signature`
 * it has a field whose signature is filled in afterwards. Not for the request thread. Throws ZodError for invalid input.
 */
export async function renderBoardPaper(given: BoardPaper, signature?: SignatureField): Promise<Buffer> {
  const paper = boardPaperSchema.parse(JSON.parse(writeBoardPaperJson(given)));
  const { hash, ...content } = paper;
  const report = drawPaper(content, hash);
  report.attach({
    name: attachmentName,
    data: Buffer.from(writeBoardPaperJson(paper), 'utf8'),
    description: m.supplier_report_attachment({}, { locale: paper.locale }),
    at: new Date(paper.preparedAt),
  });
  if (signature) placeSignatureField(report, signature);
  return report.finish();
}

/** A paper before it is issued: the same pages, marked as a draft, without hash and data. */
export async function renderBoardPaperDraft(given: BoardPaperContent): Promise<Buffer> {
  return drawPaper(boardPaperContentSchema.parse(given), null).finish();
}

function drawPaper(model: BoardPaperContent, hash: string | null): ReportDocument {
  const say = { locale: model.locale };
  const date = writeDate(model.asOf, say);
  const report = new ReportDocument({
    title: `${m.board_paper_title({}, say)} · ${model.organization.name} · ${date}`,
    author: model.organization.name,
    subject: stateFinding(model),
    locale: model.locale,
    createdAt: new Date(model.preparedAt),
    watermark: hash === null ? m.audit_report_watermark({}, say) : null,
  });
  const page = { report, model, say, hash };
  report.addPage();
  drawFirstPage(page);
  report.addPage();
  drawSecondPage(page);
  const organization = isolate(model.organization.name);
  drawRunningLines(report, {
    head: m.board_paper_document_title({}, say),
    foot:
      hash === null
        ? m.board_paper_draft_foot({ organization, date }, say)
        : m.supplier_report_foot({ organization, date, hash: hash.slice(0, 12) }, say),
    page: (number, pages) => m.supplier_report_page_of({ page: number, pages }, say),
    ...{ firstPage: 1, headFrom: 2 },
  });
  return report;
}
