import { styles } from '~/documents/pdf/blocks.server';
import { lineHeight, type TextLine, type TextStyle } from '~/documents/pdf/layout-text.server';
import { inks } from '~/documents/pdf/inks';
import type { ReportDocument } from '~/documents/pdf/report-document.server';
import { optionParts } from './draw-options.server';
import type { PaperForm, PaperQuestion } from './schema';

/** A part of a question that is never cut by the end of a page. `draw` is called with `report.y` at its top. */
export type Part = { height: number; draw: () => void };
/** Where the question text begins, beside its code; points from the margin. */
const indent = 58;
const styleOf = {
  // Scripts without a bold font are emphasized by size.
  text: { size: 11, strong: true },
  why: { ...styles.small, size: 8.5 },
  help: { size: 9.5 },
  condition: { size: 8.5, ink: inks.accent },
  value: { size: 10, strong: true },
} satisfies Record<string, TextStyle>;
/** Between two lines to write on, in points: a hand's writing. */
const writing = 20;
const rooms = { number: 90, day: 140 };

/** One question: code, text and hint, when it is skipped, why it is asked, boxes, lines, and accepted evidence. Kept on one page where it fits. */
export function drawQuestion(
  report: ReportDocument,
  { question, words, level }: { question: PaperQuestion; words: PaperForm['words']; level: 3 | 4 },
): void {
  const { x, width } = { x: report.left + indent, width: report.width - indent };
  const lang = question.lang === report.locale ? {} : { lang: question.lang };
  const text = (
    content: string,
    style: TextStyle,
    { tag = 'P', after = 3, ...more }: { tag?: string; after?: number; lang?: string } = {},
  ) => textPart(report, { lines: report.layout(content, style, width), style, tag, after, x, width, more });
  const parts: Part[] = [
    headPart(report, { question, level, x, width, lang }),
    ...(question.help === null ? [] : [text(question.help, styleOf.help)]),
    ...(question.condition === null ? [] : [text(question.condition, styleOf.condition)]),
    ...(question.why === null ? [] : [text(`${words.why} – ${question.why}`, styleOf.why)]),
    ...question.fields.map((field) =>
      fieldPart(report, { field, x, width, isCopy: question.missing !== null || question.remark === null }),
    ),
    ...(question.hint === '' ? [] : [text(question.hint, styleOf.why, { after: 2 })]),
    ...optionParts(report, { question, ticked: words.ticked, x, width }),
    ...(question.missing === null ? [] : [text(question.missing, styleOf.value)]),
    text(`${words.evidence} – ${question.evidence}`, styleOf.why),
    ...(question.remark === null
      ? []
      : [fieldPart(report, { field: { ...question.remark, unit: '', room: 'lines' }, x, width, isCopy: false, lines: 0 })]),
  ];
  const whole = parts.reduce((sum, part) => sum + part.height, 0) + 10;
  if (whole < report.bottom - report.top) report.reserve(whole);
  report.y += 4;
  for (const part of parts) {
    report.reserve(part.height);
    part.draw();
    report.y += part.height;
  }
  report.y += 6;
}

function headPart(
  report: ReportDocument,
  { question, level, x, width, lang }: { question: PaperQuestion; level: 3 | 4; x: number; width: number; lang: { lang?: string } },
): Part {
  const keyStyle = { size: 8.5, strong: true, ink: inks.muted };
  const lines = report.layout(question.text, styleOf.text, width);
  const key = report.layout(question.key, keyStyle, indent - 4);
  const height = Math.max(lines.length * lineHeight(lines, styleOf.text), key.length * lineHeight(key, keyStyle)) + 3;
  return {
    height,
    draw: () => {
      const heading = report.element(`H${level}`, lang);
      const drop = lineHeight(lines, styleOf.text) / 2 - lineHeight(key, keyStyle) / 2;
      report.write(heading, key, { x: report.left, y: report.y + drop, width: indent - 4, style: keyStyle });
      report.write(heading, lines, { x, y: report.y, width, style: styleOf.text });
    },
  };
}

type TextPart = { lines: TextLine[]; style: TextStyle; tag: string; after: number; x: number; width: number; more: { lang?: string } };

function textPart(report: ReportDocument, { lines, style, tag, after, x, width, more }: TextPart): Part {
  return {
    height: lines.length * lineHeight(lines, style) + after,
    draw: () => {
      report.write(report.element(tag, more), lines, { x, y: report.y, width, style });
    },
  };
}

type Field = PaperQuestion['fields'][number];

/** A place to write: a labelled box for a number or a day, lines for text; filled with the answer. */
export function fieldPart(
  report: ReportDocument,
  { field, x, width, isCopy, lines = 2 }: { field: Field; x: number; width: number; isCopy: boolean; lines?: number },
): Part {
  const { label, unit, text } = field;
  const style = styleOf.why;
  if (field.room === 'lines') {
    const name = report.layout(text === null ? label : `${label} –`, style, width);
    const said = text === null ? [] : report.layout(text, styleOf.value, width);
    const step = lineHeight(name, style);
    const saidHeight = said.length * lineHeight(said, styleOf.value);
    const room = text === null && !isCopy ? lines * writing : 0;
    return {
      height: step * name.length + saidHeight + room + 8,
      draw: () => {
        const element = report.element('P');
        report.write(element, name, { x, y: report.y, width, style });
        if (said.length > 0) report.write(element, said, { x, y: report.y + step * name.length, width, style: styleOf.value });
        if (text !== null || isCopy) return;
        // The first line runs on beside the name.
        const beside = (name.at(-1)?.width ?? 0) + 6;
        const first = report.y + step * name.length + 3;
        writingLine(report, { x: x + beside, width: width - beside, y: first });
        for (let line = 1; line <= lines; line++) writingLine(report, { x, width, y: first + line * writing });
      },
    };
  }
  const box = { width: rooms[field.room], height: 20 };
  const labelWidth = width - box.width - 40;
  const name = report.layout(label, styles.body, labelWidth);
  const nameHeight = name.length * lineHeight(name, styles.body);
  return {
    height: Math.max(nameHeight, box.height) + 5,
    draw: () => {
      const element = report.element('P');
      const top = report.y;
      const used = Math.min(labelWidth, Math.max(...name.map((line) => line.width)));
      report.write(element, name, { x, y: top + Math.max(0, (box.height - nameHeight) / 2), width: labelWidth, style: styles.body });
      const at = x + used + 10;
      report.artifact(() => {
        report.doc.rect(report.edge(at, box.width), top, box.width, box.height).lineWidth(0.7).stroke(inks.muted);
      });
      const said = report.layout([text, unit].filter(Boolean).join(' '), styleOf.value, box.width - 12);
      const drop = (box.height - lineHeight(said, styleOf.value)) / 2;
      if (text !== null) report.write(element, said.slice(0, 1), { x: at + 6, y: top + drop, width: box.width - 12, style: styleOf.value });
      else if (unit !== '')
        report.write(element, said.slice(0, 1), { x: at + box.width + 5, y: top + drop, width: 24, style: styles.body });
    },
  };
}

function writingLine(report: ReportDocument, { x, width, y }: { x: number; width: number; y: number }): void {
  report.artifact(() => {
    const left = report.edge(x, width);
    report.doc
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.6)
      .dash(1, { space: 2 })
      .stroke(inks.muted);
  });
}
