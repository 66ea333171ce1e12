import { z } from 'zod';
import { log, logAs } from '~/platform/log/log.server';
import { renderPlanReport } from '~/lending/esap/action-plan/render.server';
import { planReportSchema } from '~/lending/esap/action-plan/schema';
import { renderBoardPaper, renderBoardPaperDraft } from '~/supply-chain/board-paper/render.server';
import { boardPaperContentSchema, boardPaperSchema } from '~/supply-chain/board-paper/schema';
import { renderSupplierBrief } from '~/supply-chain/supplier-brief/render.server';
import { supplierBriefSchema } from '~/supply-chain/supplier-brief/schema';
import { renderAssessmentReport } from '~/risk/supplier-report/assessment-report/render.server';
import { storedReportSchema } from '~/risk/supplier-report/assessment-report/stored-schema';
import { renderClosingPlan } from '~/audits/closing-plan/render.server';
import { closingPlanReportSchema } from '~/audits/closing-plan/report';
import { auditDrawingSchema, renderAuditReport } from '~/audits/report/audit-report/render.server';
import { drawingKinds } from '~/documents/renderer/drawing-kinds';
import { drawPng } from '~/documents/pdf/draw-png.server';
import { renderLenderReport } from '~/documents/frozen-documents/lender-report/render.server';
import { lenderReportSchema } from '~/documents/frozen-documents/lender-report/schema';
import { renderMapReport } from '~/documents/pdf/map-report/render.server';
import { mapReportSchema } from '~/documents/pdf/map-report/schema';
import { renderPaperForm } from '~/questionnaires/print-form/paper-form/render.server';
import { paperFormSchema } from '~/questionnaires/print-form/paper-form/schema';
import { sheetsSchema, writeWorkbook } from '~/documents/workbooks/write-workbook.server';

/** A separate process that renders reports and pictures, so that rendering blocks no request. Started by `render-apart`; ends with its parent. */
const requestSchema = z.object({
  id: z.int(),
  kind: z.enum(drawingKinds),
  content: z.unknown(),
});
/** A file that belongs to a request which follows. */
const fileSchema = z.object({ id: z.int(), name: z.string(), file: z.instanceof(Uint8Array) });
const files = new Map<number, Map<string, Uint8Array>>();

/** A large file is returned in pieces, so that the receiver is not blocked. */
const pieceBytes = 512 * 1024;

logAs('renderer');
process.on('disconnect', () => process.exit(0));
// Ctrl+C reaches the whole group; the parent decides when we stop.
process.on('SIGINT', () => {});
process.on('message', async (message) => {
  const sent = fileSchema.safeParse(message);
  if (sent.success) {
    const { id, name, file } = sent.data;
    files.set(id, (files.get(id) ?? new Map<string, Uint8Array>()).set(name, file));
    return;
  }
  const { id, kind, content } = requestSchema.parse(message);
  const beside = files.get(id) ?? new Map<string, Uint8Array>();
  files.delete(id);
  try {
    const bytes = await draw(kind, { content, files: beside });
    for (let at = 0; at < bytes.length; at += pieceBytes) process.send?.({ id, piece: bytes.subarray(at, at + pieceBytes) });
    process.send?.({ id, isDone: true });
  } catch (error) {
    log('drawing.failed', { work: kind, error });
    process.send?.({ id, error: error instanceof Error ? error.message : String(error) });
  }
});

const signatureSchema = z.object({ name: z.string(), reason: z.string(), at: z.date() }).optional();

function drawAssessment({ report, signature }: { report?: unknown; signature?: z.infer<typeof signatureSchema> }): Promise<Buffer> {
  return renderAssessmentReport(storedReportSchema.parse(report), signature);
}

function drawLender({ report, signature }: { report?: unknown; signature?: z.infer<typeof signatureSchema> }): Promise<Buffer> {
  return renderLenderReport(lenderReportSchema.parse(report), signature);
}

function drawBoardPaper({
  paper,
  draft,
  signature,
}: {
  paper?: unknown;
  draft?: unknown;
  signature?: z.infer<typeof signatureSchema>;
}): Promise<Buffer> {
  return draft === undefined
    ? renderBoardPaper(boardPaperSchema.parse(paper), signature)
    : renderBoardPaperDraft(boardPaperContentSchema.parse(draft));
}

function drawAudit(
  { drawing, signature }: { drawing: object; signature?: z.infer<typeof signatureSchema> },
  photos: ReadonlyMap<string, Uint8Array>,
): Promise<Buffer> {
  return renderAuditReport(auditDrawingSchema.parse({ ...drawing, photos }), signature);
}

type Asked = { content: unknown; files: ReadonlyMap<string, Uint8Array> };

async function draw(kind: z.infer<typeof requestSchema>['kind'], { content, files: beside }: Asked): Promise<Buffer> {
  switch (kind) {
    case 'assessment':
      return drawAssessment(z.object({ report: z.unknown(), signature: signatureSchema }).parse(content));
    case 'audit':
      return drawAudit(z.object({ drawing: z.looseObject({}), signature: signatureSchema }).parse(content), beside);
    case 'board-paper':
      return drawBoardPaper(
        z.object({ paper: z.unknown().optional(), draft: z.unknown().optional(), signature: signatureSchema }).parse(content),
      );
    case 'closing-plan':
      return renderClosingPlan(closingPlanReportSchema.parse(content));
    case 'lender':
      return drawLender(z.object({ report: z.unknown(), signature: signatureSchema }).parse(content));
    case 'map':
      return renderMapReport(mapReportSchema.parse(content));
    case 'paper':
      return renderPaperForm(paperFormSchema.parse(content));
    case 'plan':
      return renderPlanReport(planReportSchema.parse(content));
    case 'png':
      return drawPng(z.object({ svg: z.string(), width: z.int().min(1).max(8_000) }).parse(content));
    case 'supplier-brief':
      return renderSupplierBrief(supplierBriefSchema.parse(content));
    case 'workbook':
      return writeWorkbook(sheetsSchema.parse(content));
  }
}
