import type { SignatureField } from '~/documents/pdf/signature-field.server';
import { drawReportApart } from '~/documents/renderer/render-apart.server';
import type { BoardPaper, BoardPaperContent } from './schema';

/** An issued paper as PDF, drawn by the renderer. */
export function renderBoardPaperApart(paper: BoardPaper, signature?: SignatureField): Promise<Buffer> {
  return drawReportApart('board-paper', { paper, signature });
}

/** A paper before it is issued as PDF, drawn by the renderer. */
export function renderBoardPaperDraftApart(draft: BoardPaperContent): Promise<Buffer> {
  return drawReportApart('board-paper', { draft });
}
