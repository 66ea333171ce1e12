import canonicalize from 'canonicalize';
import { m } from '~/paraglide/messages';
import { placeContents } from '~/documents/pdf/draw-contents.server';
import { drawRunningLines } from '~/documents/pdf/draw-running-lines.server';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { placeSignatureField, type SignatureField } from '~/documents/pdf/signature-field.server';
import { drawAnnex } from './draw-annex.server';
import { drawAnswers } from './draw-answers.server';
import { drawCover } from './draw-cover.server';
import { drawFacts } from './draw-facts.server';
import { drawFindings } from './draw-findings.server';
import { drawLines } from './draw-lines.server';
import { drawMethod } from './draw-method.server';
import { drawNextActs } from './draw-next-acts.server';
import { drawSummary } from './draw-summary.server';
import { drawTrace } from './draw-trace.server';
import { drawVerification } from './draw-verification.server';
import { drawEarlierCover } from './earlier/draw-cover.server';
import { drawEarlierMethod } from './earlier/draw-method.server';
import { drawEarlierSummary } from './earlier/draw-summary.server';
import type { EarlierReport } from './earlier/schema';
import { attachmentName, type ReportPage } from './page';
import type { AssessmentReport } from './schema';
import { type StoredReport, storedReportSchema } from './stored-schema';
import { isolate, writeDate } from '~/documents/pdf/labels';

/** The report as JSON: its RFC 8785 form with the hash in it. */
export function writeReportJson(report: StoredReport): string {
  return canonicalize(report) ?? '';
}

/**
 * Renders an assessment report as an A4 PDF that is PDF/A-3a and PDF/UA-1, with the report attached as JSON. The same report gives the same bytes; with
 * `signature` it has a field whose signature is filled in afterwards. Takes a quarter of a second and more: not for the request thread. Throws ZodError for
 * invalid input.
 */
export async function renderAssessmentReport(given: StoredReport, signature?: SignatureField): Promise<Buffer> {
  // Rendered from the data as stored: verification renders them again, and the order of record keys affects the print.
  const model = storedReportSchema.parse(JSON.parse(writeReportJson(given)));
  const say = { locale: model.locale };
  const at = new Date(model.preparedAt);
  const title = m.supplier_report_document_title({ supplier: model.supplier.name }, say);
  const report = new ReportDocument({
    title,
    author: model.organization.name,
    subject: m.supplier_report_subject({ organization: model.organization.name }, say),
    locale: model.locale,
    createdAt: at,
  });
  const page = { report, model, say };
  const scoreParts = model.format === 'assessment-report/1' ? earlierParts({ report, model, say }) : newestParts({ report, model, say });

  report.addPage();
  scoreParts.cover();
  report.addPage();
  const fillContents = placeContents(report, {
    title: m.supplier_report_contents({}, say),
    levels: 2,
    pageWords: (heading, number) => m.supplier_report_contents_page({ heading, page: number }, say),
  });
  scoreParts.summary();
  drawNextActs(page);
  scoreParts.method();
  for (const draw of [drawFacts, drawAnswers, drawFindings, drawAnnex, drawTrace, drawVerification]) draw(page);
  fillContents();
  drawRunningLines(report, {
    head: m.supplier_report_document_title({ supplier: isolate(model.supplier.name) }, say),
    foot: m.supplier_report_foot(
      { organization: isolate(model.organization.name), date: writeDate(model.preparedAt, say), hash: model.hash.slice(0, 12) },
      say,
    ),
    page: (number, pages) => m.supplier_report_page_of({ page: number, pages }, say),
    firstPage: 2,
  });
  report.attach({
    name: attachmentName,
    data: Buffer.from(writeReportJson(model), 'utf8'),
    description: m.supplier_report_attachment({}, say),
    at,
  });
  if (signature) placeSignatureField(report, signature);
  return report.finish();
}

type ScoreParts = { cover: () => void; summary: () => void; method: () => void };

function newestParts(page: ReportPage<AssessmentReport>): ScoreParts {
  const summary = () => {
    drawSummary(page);
    drawLines(page);
  };
  return { cover: () => drawCover(page), summary, method: () => drawMethod(page) };
}

function earlierParts(page: ReportPage<EarlierReport>): ScoreParts {
  return { cover: () => drawEarlierCover(page), summary: () => drawEarlierSummary(page), method: () => drawEarlierMethod(page) };
}
