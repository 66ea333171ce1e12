import { lineHeight, type TextStyle } from './layout-text.server';
import { inks } from './inks';
import type { Heading, ReportDocument } from './report-document.server';
import type { StructureElement } from './structure';

/** Sizes of the text: one scale for the whole document. */
export const styles = {
  title: { size: 28, strong: true },
  h1: { size: 19, strong: true },
  h2: { size: 12.5, strong: true },
  h3: { size: 10, strong: true },
  body: { size: 9.5 },
  strong: { size: 9.5, strong: true },
  small: { size: 8, ink: inks.muted },
  lead: { size: 12 },
} satisfies Record<string, TextStyle>;

const headingStyles = { 1: styles.h1, 2: styles.h2, 3: styles.h3 } as const;
const beforeHeading = { 1: 0, 2: 12, 3: 6 } as const;
/** What follows a heading on its page at the least. */
export const leastFollowing = 64;

/** The height of a heading with the space before it. */
export function headingHeight(report: ReportDocument, { level, text }: { level: Heading['level']; text: string }): number {
  const lines = report.layout(text, headingStyles[level]);
  return beforeHeading[level] + lines.length * lineHeight(lines, headingStyles[level]);
}

/**
 * A heading, kept together with what follows it, and noted for outline and contents. Level 1 carries a rule above. `following`: the height of what must
 * be on the same page, where that is known.
 */
export function drawHeading(report: ReportDocument, options: { level: Heading['level']; text: string; following?: number }): void {
  const { level, text } = options;
  const style = headingStyles[level];
  const lines = report.layout(text, style);
  const before = beforeHeading[level];
  report.reserve(before + lines.length * lineHeight(lines, style) + Math.max(level === 1 ? 90 : leastFollowing, options.following ?? 0));
  report.y += before;
  if (level === 1) {
    report.rule({ ink: inks.ink, weight: 1.2 });
    report.y += 8;
  }
  report.note(level, text);
  report.y += report.write(report.element(`H${level}`), lines, { x: report.left, y: report.y, width: report.width, style });
  report.y += level === 1 ? 8 : 4;
}

type ParagraphOptions = {
  text: string;
  style?: TextStyle;
  x?: number;
  width?: number;
  after?: number;
  tag?: string;
  parent?: StructureElement;
};

/** A paragraph that may run over pages. */
export function drawParagraph(report: ReportDocument, options: ParagraphOptions): void {
  const {
    text,
    style = styles.body,
    x = report.left,
    width = report.left + report.width - x,
    after = 6,
    tag = 'P',
    parent = report.root,
  } = options;
  const element = report.element(tag, {}, parent);
  const lines = report.layout(text, style, width);
  const step = lineHeight(lines, style);
  report.reserve(Math.min(lines.length, 2) * step);
  let rest = lines;
  while (rest.length > 0) {
    const room = Math.max(1, Math.floor((report.bottom - report.y) / step));
    const part = rest.slice(0, room);
    report.write(element, part, { x, y: report.y, width, style });
    report.y += part.length * step;
    rest = rest.slice(room);
    if (rest.length > 0) report.addPage();
  }
  report.y += after;
}

/** The height of a paragraph over the full width, with the space after it. */
export function paragraphHeight(report: ReportDocument, { text, style }: { text: string; style: TextStyle }): number {
  const lines = report.layout(text, style);
  return lines.length * lineHeight(lines, style) + 6;
}

/** A list with bullets, or with numbers when `isNumbered`. Each item has a strong first line and where given a second text under it. */
export function drawList(report: ReportDocument, options: { items: { lead: string; text?: string }[]; isNumbered?: boolean }): void {
  const list = report.element('L');
  const indent = 18;
  for (const [index, item] of options.items.entries()) {
    const style = item.text === undefined ? styles.body : styles.strong;
    report.reserve(34);
    const entry = report.element('LI', {}, list);
    const label = report.layout(options.isNumbered ? `${index + 1}.` : '•', style);
    report.write(report.element('Lbl', {}, entry), label, { x: report.left + 2, y: report.y, width: indent, style });
    const body = report.element('LBody', {}, entry);
    const x = report.left + indent;
    drawParagraph(report, { text: item.lead, style, x, parent: body, after: item.text === undefined ? 3 : 1 });
    if (item.text !== undefined) drawParagraph(report, { text: item.text, x, parent: body, after: 7 });
  }
  report.y += 4;
}

/** A line that leads to an address outside the document. */
export function drawLink(report: ReportDocument, options: { text: string; url: string }): void {
  const style: TextStyle = { ...styles.body, ink: inks.accent };
  const lines = report.layout(options.text, style);
  const height = lines.length * lineHeight(lines, style);
  report.reserve(height);
  const link = report.element('Link', {}, report.element('P'));
  report.write(link, lines, { x: report.left, y: report.y, width: report.width, style });
  const width = Math.max(...lines.map((line) => line.width));
  report.doc.link(report.left, report.y, width, height, options.url, { structParent: link, Contents: textString(options.text) });
  report.y += height + 6;
}

/** pdfkit writes a string primitive as a name and a String object as text. */
export function textString(text: string): string {
  return Object(text);
}
