import { inks } from './inks';
import { lineHeight, type TextLine, type TextStyle } from './layout-text.server';
import type { ReportDocument } from './report-document.server';
import type { StructureElement } from './structure';
import { type PlacedLine, writeGlyphs } from './write-glyphs.server';

type Place = { x: number; y: number; width: number; style: TextStyle; align?: 'start' | 'end' };

/**
 * Writes lines into a structure element, the first one at `y`. Lines whose glyphs do not tell their text get a Span of their own with the text
 * beside it: as marked content for scripts that run to the right, on the element alone for those that run to the left, which readers would
 * otherwise turn round once more.
 */
export function drawLines(report: ReportDocument, options: { element: StructureElement; lines: TextLine[] } & Place): void {
  const { doc } = report;
  const { element, lines, style } = options;
  const step = lineHeight(lines, style);
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    const first = index;
    if (line.isPlain) {
      while (lines[index]?.isPlain) index += 1;
      const group = lines
        .slice(first, index)
        .map((each, offset) => placed(each, { ...options, y: options.y + (first + offset) * step, step }));
      element.add(() => {
        writeGlyphs(doc, group, { size: style.size, ink: style.ink ?? inks.ink });
      });
      continue;
    }
    index += 1;
    const hasRtl = line.parts.some(({ runs }) => runs.some((run) => run.isRtl));
    const span = report.element('Span', hasRtl ? { actual: `${line.text} ` } : {}, element);
    span.add(() => {
      if (!hasRtl) doc.markContent('Span', { actual: `${line.text} ` });
      drawLine(doc, line, { ...options, y: options.y + first * step, step });
      if (!hasRtl) doc.endMarkedContent();
    });
  }
}

/** Draws one line of runs; `step` is the height it has. */
export function drawLine(doc: PDFKit.PDFDocument, line: TextLine, place: Place & { step: number }): void {
  writeGlyphs(doc, [placed(line, place)], { size: place.style.size, ink: place.style.ink ?? inks.ink });
}

/** The position of a line's first glyph. */
function placed(line: TextLine, { x, y, width, align, style, step }: Place & { step: number }): PlacedLine {
  return { parts: line.parts, x: align === 'end' ? x + width - line.width : x, y: y + step / 2 + style.size * 0.36 };
}
