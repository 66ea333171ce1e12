import { drawFileApart } from '~/documents/renderer/render-apart.server';
import type { PaperForm } from './schema';

/** A questionnaire for print as PDF, drawn by the renderer: a long one takes seconds. */
export function renderPaperFormApart(form: PaperForm): Promise<Buffer> {
  return drawFileApart('paper', form);
}
