import { drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { drawTable } from '~/documents/pdf/draw-table.server';
import { inks } from '~/documents/pdf/inks';
import type { ReportDocument } from '~/documents/pdf/report-document.server';
import type { PaperForm } from './schema';

/** Title, requester, supplier and due date, and the instructions for filling in on paper. */
export function drawOpening(report: ReportDocument, form: PaperForm): void {
  report.note(1, form.title);
  drawParagraph(report, { text: form.title, style: { size: 20, strong: true }, tag: 'H1', after: 2 });
  drawParagraph(report, { text: form.state, style: { size: 10.5, ink: inks.accent }, after: 8 });
  if (form.summary !== null) drawParagraph(report, { text: form.summary, after: 8 });
  drawTable(report, {
    summary: form.title,
    columns: [
      { label: '', share: 28 },
      { label: '', share: 72 },
    ],
    rows: form.about.map(({ label, text }) => [label, { text: text ?? '', strong: true }]),
    size: 10,
    isHeadless: true,
  });
  for (const { title, texts } of form.notes) {
    report.reserve(40);
    drawParagraph(report, { text: title, style: styles.strong, after: 1 });
    for (const text of texts) drawParagraph(report, { text, after: 3 });
    report.y += 3;
  }
}

/** Lines for the person who filled it in. */
export function drawClosing(report: ReportDocument, { closing, title }: PaperForm): void {
  if (closing.length === 0) return;
  report.reserve(40 + closing.length * 22);
  report.y += 16;
  drawTable(report, {
    summary: title,
    columns: [
      { label: '', share: 28 },
      { label: '', share: 72 },
    ],
    rows: closing.map((label) => [label, '']),
    size: 10,
    isHeadless: true,
  });
}
