import { type FontKey, isComplexFont, loadFont } from '../fonts.server';
import { lineHeight, type TextLine, type TextStyle } from './layout-text.server';

type Place = { x: number; y: number; width: number; style: TextStyle; align?: 'start' | 'end' };

/**
 * Writes lines into a structure element, the first one at `y`. Lines whose glyphs do not tell their text get a Span of their own with the text
 * beside it: as marked content for scripts that run to the right, on the element alone for those that run to the left, which readers would
 * otherwise turn round once more.
 */
export function drawLines(doc: PDFKit.PDFDocument, options: { element: PDFKit.PDFStructureElement; lines: TextLine[] } & Place): void {
  const { element, lines, style } = options;
  const step = lineHeight(lines, style);
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    const first = index;
    if (line.isPlain) {
      while (lines[index]?.isPlain) index += 1;
      const group = lines.slice(first, index);
      element.add(() => {
        for (const [offset, each] of group.entries()) drawLine(doc, each, { ...options, y: options.y + (first + offset) * step, step });
      });
      continue;
    }
    index += 1;
    const hasRtl = line.runs.some((run) => run.isRtl);
    const span = doc.struct('Span', hasRtl ? { actual: `${line.text} ` } : {});
    element.add(span);
    span.add(() => {
      if (!hasRtl) doc.markContent('Span', { actual: `${line.text} ` });
      drawLine(doc, line, { ...options, y: options.y + first * step, step });
      if (!hasRtl) doc.endMarkedContent();
    });
  }
}

/** Draws one line of runs; `step` is the height it has. */
export function drawLine(doc: PDFKit.PDFDocument, line: TextLine, place: Place & { step: number }): void {
  const { style, step } = place;
  const baseline = place.y + step / 2 + style.size * 0.36;
  let x = place.align === 'end' ? place.x + place.width - line.width : place.x;
  for (const run of line.runs) {
    selectFont(doc, run.font);
    doc.fontSize(style.size).fillColor(style.ink ?? '#1c2526');
    const features = isComplexFont(run.font) || run.isRtl ? { features: [] } : {};
    doc.text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic', ...features });
    x += run.width;
  }
}

const registered = new WeakMap<PDFKit.PDFDocument, Set<FontKey>>();

/** Makes a font the current one, reading its file only when a text of this document first asks for it. */
function selectFont(doc: PDFKit.PDFDocument, key: FontKey): void {
  const keys = registered.get(doc) ?? new Set();
  registered.set(doc, keys);
  if (!keys.has(key)) doc.registerFont(key, loadFont(key));
  keys.add(key);
  doc.font(key);
}
