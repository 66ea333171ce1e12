import { m } from '~/paraglide/messages';
import { drawHeading, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { type Cell, drawTable } from '~/documents/pdf/draw-table.server';
import type { ReportPage } from './page';
import type { ReportQuestion } from './parts-schema';
import { evidenceLabel, isolate, writeDate } from '~/documents/pdf/labels';

/** Every question of the questionnaire, section by section, with the answer, what supports it and since when. */
export function drawAnswers({ report, model, say }: ReportPage): void {
  const { questionnaire } = model;
  report.beginSection(questionnaire === null ? 120 : 300);
  drawHeading(report, { level: 1, text: m.supplier_report_section_answers({}, say) });
  if (questionnaire === null) {
    drawParagraph(report, { text: m.supplier_report_answers_none({}, say) });
    return;
  }
  const { title, instrument, submittedOn } = questionnaire;
  const intro =
    submittedOn === null
      ? m.supplier_report_answers_intro_open({ title, instrument }, say)
      : m.supplier_report_answers_intro({ title, instrument, date: writeDate(submittedOn, say) }, say);
  drawParagraph(report, { text: intro });
  if (questionnaire.wording === 'drafted') drawParagraph(report, { text: m.supplier_report_answers_drafted({}, say) });
  const leftOut = questionnaire.sections.flatMap(({ questions }) => questions.filter((question) => question.leftOut !== undefined)).length;
  if (leftOut > 0) drawParagraph(report, { text: m.scope_report_count({ count: leftOut }, say) });
  for (const section of questionnaire.sections) {
    if (section.questions.length === 0) continue;
    drawHeading(report, { level: 2, text: `${section.id}  ${section.title}` });
    const asked = section.questions.filter((question) => question.closedBy === undefined && question.leftOut === undefined).length;
    const answered = section.questions.filter((question) => question.answer !== null).length;
    drawParagraph(report, { text: m.supplier_report_answers_count({ answered, asked }, say), style: styles.small, after: 3 });
    drawTable(report, {
      summary: m.supplier_report_table_of({ title: section.title }, say),
      columns: [
        { label: m.supplier_report_column_question({}, say), share: 53 },
        { label: m.supplier_report_column_answer({}, say), share: 18 },
        { label: m.supplier_report_column_evidence({}, say), share: 16 },
        { label: m.supplier_report_column_given_on({}, say), share: 13, align: 'end' },
      ],
      rows: section.questions.flatMap((question, at) => [...tableCells(question, section.questions[at - 1]), questionCells(question, say)]),
    });
  }
}

/** Above the first row of a table its question, whose rows are indented. */
function tableCells({ table }: ReportQuestion, before: ReportQuestion | undefined): Cell[][] {
  return !table || before?.table?.code === table.code ? [] : [[`${table.code}  ${table.title}`, '', '', '']];
}

const rowIndent = 12;

function questionCells(question: ReportQuestion, say: ReportPage['say']): Cell[] {
  const indent = question.table ? rowIndent : 0;
  const text = `${question.code}  ${question.text}`;
  const name = { text, indent };
  const { answer, closedBy, leftOut } = question;
  if (closedBy !== undefined) return [name, m.supplier_report_answer_closed({ question: closedBy }, say), '–', '–'];
  if (leftOut !== undefined)
    return [{ ...name, note: m.scope_not_asked({ reason: leftOut }, say) }, m.scope_report_left_out({}, say), '–', '–'];
  if (answer === null) return [name, m.supplier_report_answer_none({}, say), '–', '–'];
  const notes = [
    ...(answer.note === undefined ? [] : [m.supplier_report_answer_note({ note: isolate(answer.note) }, say)]),
    // Enough of each to find it in the attached JSON, which has the full text.
    ...(answer.files === undefined
      ? []
      : [m.supplier_report_answer_files({ hashes: answer.files.map((hash) => `${hash.slice(0, 16)}…`).join(', ') }, say)]),
  ];
  const asked = notes.length === 0 ? name : { ...name, note: notes.join('\n') };
  return [asked, { text: answer.text, strong: true }, evidenceLabel(answer.evidence, say), writeDate(answer.answeredOn, say)];
}
