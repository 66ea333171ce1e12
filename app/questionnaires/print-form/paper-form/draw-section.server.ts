import { drawHeading, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import type { ReportDocument } from '~/documents/pdf/report-document.server';
import { drawQuestion } from './draw-question.server';
import { drawRows } from './draw-rows.server';
import type { PaperForm } from './schema';

type Section = PaperForm['sections'][number];

/** A section: its questions, under their points where it has any, then what is not asked and why. */
export function drawSection(report: ReportDocument, { section, words }: { section: Section; words: PaperForm['words'] }): void {
  // A heading is never left alone at the foot of a page: its first question takes about so much.
  report.reserve(300);
  report.y += 14;
  report.rule({ ink: '#1c2526', weight: 1.2 });
  drawHeading(report, { level: 2, text: `\u2068${section.key}\u2069  ${section.title}` });
  drawParagraph(report, { text: section.summary, style: styles.small, after: 8 });
  for (const group of section.groups) {
    const { title, why, questions } = group;
    if (title !== null) drawHeading(report, { level: 3, text: title });
    if (why !== null) drawParagraph(report, { text: why, style: styles.small, after: 6 });
    if (group.isTable) drawRows(report, { ...group, words });
    else for (const question of questions) drawQuestion(report, { question, words, level: title === null ? 3 : 4 });
  }
  if (section.leftOut.length === 0) return;
  drawHeading(report, { level: 3, text: words.leftOut });
  for (const { key, text, because } of section.leftOut) {
    report.reserve(30);
    drawParagraph(report, { text: `\u2068${key}\u2069  ${text}`, style: { ...styles.small, ink: '#1c2526' }, after: 0 });
    drawParagraph(report, { text: because, style: styles.small, after: 5 });
  }
}
