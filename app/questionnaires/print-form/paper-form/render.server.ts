import { m } from '~/paraglide/messages';
import { drawRunningLines } from '~/documents/pdf/draw-running-lines.server';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { isolate } from '~/documents/pdf/labels';
import { drawClosing, drawOpening } from './draw-opening.server';
import { drawSection } from './draw-section.server';
import { type PaperForm, paperFormSchema } from './schema';

/** Used instead of the clock on an empty form; a filled one has the day of its last answer. */
const emptyFormOf = '2026-01-01';

/**
 * Draws a questionnaire for paper as an A4 PDF that is PDF/A-3a and PDF/UA-1, mirrored where its language is written from right to left. The same form
 * always gives the same bytes. Throws ZodError for what is no form.
 */
export async function renderPaperForm(given: PaperForm): Promise<Buffer> {
  const form = paperFormSchema.parse(given);
  const { locale, title, state, author } = form;
  const createdAt = new Date(`${form.answeredOn ?? emptyFormOf}T00:00:00Z`);
  const report = new ReportDocument({ title, author, subject: state, locale, createdAt });
  const say = { locale };
  report.addPage();
  drawOpening(report, form);
  for (const section of form.sections) drawSection(report, { section, words: form.words });
  drawClosing(report, form);
  drawRunningLines(report, {
    head: title,
    foot: `${isolate(author)} · ${isolate(state)}`,
    page: (page, pages) => m.print_form_page({ page, pages }, say),
    firstPage: 1,
  });
  return report.finish();
}
