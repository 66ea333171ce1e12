import { inks } from '~/documents/pdf/inks';
import { lineHeight, type TextLine, type TextStyle } from '~/documents/pdf/layout-text.server';
import type { ReportDocument } from '~/documents/pdf/report-document.server';
import type { StructureElement } from '~/documents/pdf/structure';
import type { BoardPaperContent } from './schema';

/** Name of the file that is attached to the PDF. */
export const attachmentName = 'board-paper.json';

/** What both pages are drawn with. `hash`: null of a draft. */
export type PaperPage = {
  report: ReportDocument;
  model: BoardPaperContent;
  say: { locale: BoardPaperContent['locale'] };
  hash: string | null;
};

export const paperStyles = {
  sentence: { size: 17, strong: true },
  section: { size: 11, strong: true },
  figure: { size: 18, strong: true },
  text: { size: 8.5 },
  strong: { size: 8.5, strong: true },
  cell: { size: 8 },
  cellStrong: { size: 8, strong: true },
  note: { size: 7, ink: inks.muted },
  head: { size: 7, strong: true },
} satisfies Record<string, TextStyle>;

/** The lines of a text, at most so many; where it is longer, the last ends in an ellipsis. */
export function clipText(report: ReportDocument, options: { text: string; style: TextStyle; width: number; most: number }): TextLine[] {
  const { text, style, width, most } = options;
  const lines = report.layout(text, style, width);
  if (lines.length <= most) return lines;
  const characters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
  let [fits, tooMany] = [0, characters.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (report.layout(shortened(characters, middle), style, width).length <= most) fits = middle;
    else tooMany = middle;
  }
  return report.layout(shortened(characters, fits), style, width);
}

const shortened = (characters: readonly string[], count: number): string => `${characters.slice(0, count).join('').trimEnd()}…`;

type Placed = { text: string; style: TextStyle; x?: number; width?: number; most: number; parent?: StructureElement; tag?: string };

/** Writes a text of at most so many lines as an element of its own, and moves on by its height. */
export function placeText(
  report: ReportDocument,
  { text, style, x = report.left, width = report.width, most, parent = report.root, tag = 'P' }: Placed,
): void {
  const lines = clipText(report, { text, style, width, most });
  report.y += report.write(report.element(tag, {}, parent), lines, { x, y: report.y, width, style });
}

/** The heading of a section under a rule, with what it counts in grey after it. */
export function placeSection(
  report: ReportDocument,
  options: { title: string; aside?: string; x?: number; width?: number; level: 2 | 3; most?: number },
): void {
  const { title, aside, x = report.left, width = report.width, level, most = 2 } = options;
  const style = paperStyles.section;
  drawRule(report, { x, width, weight: 0.9 });
  report.y += 5;
  if (level === 2) report.note(2, title);
  const asideLines = aside === undefined ? [] : report.layout(aside, { ...paperStyles.note, size: 8 }, width);
  const asideWidth = asideLines[0]?.width ?? 0;
  const lines = clipText(report, { text: title, style, width: width - (asideWidth > 0 ? asideWidth + 8 : 0), most });
  const top = report.y;
  report.y += report.write(report.element(`H${level}`), lines, { x, y: top, width, style });
  if (aside !== undefined)
    report.write(report.element('P'), asideLines, {
      x: x + (lines[0]?.width ?? 0) + 8,
      y: top + 2.6,
      width: asideWidth + 1,
      style: { ...paperStyles.note, size: 8 },
    });
  report.y += 2;
}

/** A rule over part of the page's width. */
export function drawRule(
  report: ReportDocument,
  { x, width, weight, ink = inks.ink }: { x: number; width: number; weight: number; ink?: string },
): void {
  const { y, doc } = report;
  report.artifact(() => {
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(weight)
      .stroke(ink);
  });
}

export const heightOf = (lines: readonly TextLine[], style: TextStyle): number => lines.length * lineHeight(lines, style);
