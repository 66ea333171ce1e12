import { styles } from './blocks.server';
import { lineHeight, type TextLine } from './layout-text.server';
import { inks } from './inks';
import type { ReportDocument } from './report-document.server';

/** A signature as it was written: strokes of x and y in turn, in thousandths of the width of the field, which is `ratio` times as wide as high. */
export type Signature = { title: string; alt: string; ratio: number; strokes: readonly (readonly number[])[] };
type Laid = Signature & { lines: TextLine[]; height: number; under: number };

const width = 220;
const between = 24;
const after = 14;

/** Signatures beside each other, as many as the page is wide for, each over its line and its title. A row is never split. */
export function drawSignatures(report: ReportDocument, signatures: readonly Signature[]): void {
  for (const row of rowsOf(report, signatures)) {
    const height = heightOf(row);
    report.reserve(height);
    const field = Math.max(...row.map((each) => each.height));
    for (const [place, each] of row.entries())
      drawOne(report, { ...each, x: report.left + place * (width + between), line: report.y + field });
    report.y += height;
  }
}

/** The height of what must be on one page: all of them, where they do not fill more than half of it, else the first row. */
export function signaturesBeginning(report: ReportDocument, signatures: readonly Signature[]): number {
  const heights = rowsOf(report, signatures).map(heightOf);
  const all = heights.reduce((sum, height) => sum + height, 0);
  return all <= (report.bottom - report.top) / 2 ? all : (heights[0] ?? 0);
}

const heightOf = (row: readonly Laid[]) =>
  Math.max(...row.map(({ height }) => height)) + 6 + Math.max(...row.map(({ under }) => under)) + after;

function rowsOf(report: ReportDocument, signatures: readonly Signature[]): Laid[][] {
  const most = Math.max(1, Math.floor((report.width + between) / (width + between)));
  const laid = signatures.map((each) => {
    const lines = report.layout(each.title, styles.small, width);
    // Who signed on paper has no field to fill.
    return {
      ...each,
      lines,
      height: each.strokes.length === 0 ? 0 : width / each.ratio,
      under: lines.length * lineHeight(lines, styles.small),
    };
  });
  return Array.from({ length: Math.ceil(laid.length / most) }, (_, row) => laid.slice(row * most, (row + 1) * most));
}

/** `x`: where lines begin; `line`: the position of the signature rule. */
function drawOne(report: ReportDocument, { x, line, ...signature }: Laid & { x: number; line: number }): void {
  const { doc } = report;
  const left = report.edge(x, width);
  if (signature.strokes.length > 0) {
    const bbox: [number, number, number, number] = [left, line - signature.height, left + width, line];
    report.element('Figure', { alt: signature.alt, bbox, placement: 'Block' }).add(() => drawStrokes(doc, { ...signature, bbox }));
  }
  report.artifact(() => {
    doc
      .moveTo(left, line + 2)
      .lineTo(left + width, line + 2)
      .lineWidth(0.6)
      .stroke(inks.muted);
  });
  report.write(report.element('P'), signature.lines, { x, y: line + 6, width, style: styles.small });
}

function drawStrokes(
  doc: PDFKit.PDFDocument,
  { strokes, height, bbox: [left, top] }: Laid & { bbox: [number, number, number, number] },
): void {
  doc.save().rect(left, top, width, height).clip();
  for (const stroke of strokes) {
    for (let index = 0; index + 1 < stroke.length; index += 2) {
      const [x, down] = [left + ((stroke[index] ?? 0) / 1000) * width, top + ((stroke[index + 1] ?? 0) / 1000) * width];
      if (index === 0) doc.moveTo(x, down);
      else doc.lineTo(x, down);
      // A dot is a stroke of one place.
      if (stroke.length === 2) doc.lineTo(x + 0.6, down + 0.6);
    }
    doc.lineWidth(1.1).lineCap('round').lineJoin('round').stroke(inks.ink);
  }
  doc.restore();
}
