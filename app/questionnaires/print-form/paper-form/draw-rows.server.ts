import { styles } from '~/documents/pdf/blocks.server';
import { drawTable } from '~/documents/pdf/draw-table.server';
import type { ReportDocument } from '~/documents/pdf/report-document.server';
import { fieldPart } from './draw-question.server';
import { rowNotes } from './row-notes';
import type { PaperForm, PaperQuestion } from './schema';

/** Questions that share their answers as one table: a row for each, a column of boxes for each answer; then lines for a remark on any of them. */
export function drawRows(
  report: ReportDocument,
  { title, questions, words }: { title: string | null; questions: readonly PaperQuestion[]; words: PaperForm['words'] },
): void {
  const [first] = questions;
  if (!first) return;
  const answers = first.options.map(({ text }) => text);
  drawTable(report, {
    summary: title ?? first.text,
    columns: [{ label: first.hint, share: 42 }, ...answers.map((label) => ({ label, share: 58 / answers.length }))],
    rows: questions.map((question) => [
      { text: question.text, note: rowNotes(question, words).join('\n'), strong: true },
      ...question.options.map(({ isTicked }) => ({ isTicked, ticked: words.ticked })),
    ]),
    size: 8.5,
  });
  const label = questions.flatMap(({ remark }) => (remark?.text === null ? [remark.label] : [])).at(0);
  if (label === undefined) return;
  const remark = fieldPart(report, {
    field: { label, unit: '', text: null, room: 'lines' },
    x: report.left,
    width: report.width,
    isCopy: false,
    lines: 1,
  });
  report.reserve(remark.height);
  remark.draw();
  report.y += remark.height + styles.small.size;
}
