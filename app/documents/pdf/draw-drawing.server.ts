import { paperInks } from '~/documents/charts/inks';
import type { Drawing, Shape } from '~/ui/drawing/shapes';
import { drawLine } from './draw-lines.server';
import { lineHeight } from './layout-text.server';
import { inks } from './inks';
import type { ReportDocument } from './report-document.server';

/** Draws a chart as a figure with a text for those who do not see it. `scale` is points for one unit of the drawing. */
export function drawFigure(report: ReportDocument, options: { drawing: Drawing; alt: string; scale: number }): void {
  const { drawing, alt, scale } = options;
  const height = drawing.height * scale;
  report.reserve(height);
  const { left, y } = report;
  const figure = report.element('Figure', { alt, bbox: [left, y, left + drawing.width * scale, y + height], placement: 'Block' });
  figure.add(() => drawShapes(report, { drawing, scale, left, top: y }));
  report.y = y + height + 8;
}

type Placed = { drawing: Pick<Drawing, 'shapes' | 'width' | 'height'>; scale: number; left: number; top: number };

/** Draws a chart at a place, as content of the element that is being drawn. */
export function drawShapes(report: ReportDocument, placed: Placed): void {
  for (const shape of placed.drawing.shapes) drawShape(report, { shape, ...placed });
}

function drawShape(report: ReportDocument, options: { shape: Shape } & Placed): void {
  const { shape, scale, drawing, left, top } = options;
  const { doc } = report;
  const ink = paperInks[shape.tone];
  if (shape.kind === 'text') {
    const style = { size: shape.size * scale, strong: shape.strong ?? false, ink };
    const [line] = report.layout(shape.text, style, 10_000);
    if (line === undefined) return;
    const shift = shape.anchor === 'end' ? line.width : shape.anchor === 'middle' ? line.width / 2 : 0;
    // A chart is never mirrored: its axis runs from left to right in every language.
    const place = { x: left + shape.x * scale - shift, y: top + shape.y * scale - style.size * 1.06, width: line.width, style };
    drawLine(doc, line, { ...place, step: lineHeight([line], style) });
    return;
  }
  doc.save().translate(left, top).scale(scale);
  switch (shape.kind) {
    case 'rect':
      doc.rect(shape.x, shape.y, shape.width, shape.height);
      if (shape.tone === 'interval') doc.lineWidth(1).fillAndStroke(ink, inks.ink);
      else if (shape.tone.startsWith('box')) doc.lineWidth(0.8).fillAndStroke(ink, shape.tone === 'box-open' ? inks.accent : '#8b9695');
      else doc.fill(ink);
      break;
    case 'line':
      if (shape.dash !== undefined) doc.dash(shape.dash[0], { space: shape.dash[1] });
      doc
        .moveTo(shape.x1, shape.y1)
        .lineTo(shape.x2, shape.y2)
        .lineWidth(shape.weight ?? 1)
        .stroke(ink);
      break;
    case 'path':
      if (shape.tone === 'hatched') fillHatched(report, { d: shape.d, drawing });
      else if (shape.weight === undefined) doc.path(shape.d).fill(ink);
      else {
        if (shape.dash !== undefined) doc.dash(shape.dash[0], { space: shape.dash[1] });
        doc.path(shape.d).lineWidth(shape.weight).stroke(ink);
      }
      break;
    case 'ring':
      doc
        .circle(shape.cx, shape.cy, shape.r)
        .lineWidth(shape.weight ?? 1)
        .stroke(ink);
      break;
    case 'disc':
      doc.circle(shape.cx, shape.cy, shape.r);
      if (shape.tone === 'mark') doc.lineWidth(1.5).fillAndStroke(ink, '#ffffff');
      else if (shape.tone === 'box') doc.lineWidth(0.8).fillAndStroke(ink, inks.ink);
      else doc.fill(ink);
      break;
  }
  doc.restore();
}

/** Slanted lines over the box of an outline, cut to it. */
function fillHatched({ doc }: ReportDocument, { d, drawing }: { d: string; drawing: Placed['drawing'] }): void {
  const { left, top, right, bottom } = boxOfPath(d, drawing);
  doc.path(d).fill(paperInks.land);
  doc.path(d).clip();
  for (let x = left - (bottom - top); x < right; x += 5) doc.moveTo(x, bottom).lineTo(x + (bottom - top), top);
  doc.lineWidth(1).stroke(paperInks.hatched);
}

/** The box around the places a path names; its curves stay within it closely enough for what is cut to the path anyway. */
function boxOfPath(d: string, { width, height }: Placed['drawing']): { left: number; top: number; right: number; bottom: number } {
  const numbers = [...d.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  if (numbers.length === 0) return { left: 0, top: 0, right: width, bottom: height };
  const [xs, ys] = [numbers.map(([x]) => x), numbers.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
