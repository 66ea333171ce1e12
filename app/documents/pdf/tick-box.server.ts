import { inks } from './inks';
import type { ReportDocument } from './report-document.server';
import type { StructureElement } from './structure';

/** The side of a box to tick, in points. */
export const boxSize = 10;

/** A box to tick, with a cross where it is ticked: that alone is content, and reads as `ticked`. */
export function drawBox(
  report: ReportDocument,
  {
    element,
    box,
    x,
    y,
    kind = 'Span',
  }: { element: StructureElement; box: { isTicked: boolean; ticked: string }; x: number; y: number; kind?: 'Span' | 'Lbl' },
): void {
  const { doc } = report;
  const left = report.edge(x, boxSize);
  report.artifact(() => {
    doc.rect(left, y, boxSize, boxSize).lineWidth(0.9).stroke(inks.ink);
  });
  if (!box.isTicked) return;
  report.element(kind, { actual: `${box.ticked} ` }, element).add(() => {
    doc
      .save()
      .moveTo(left + 2, y + 2)
      .lineTo(left + boxSize - 2, y + boxSize - 2)
      .moveTo(left + boxSize - 2, y + 2)
      .lineTo(left + 2, y + boxSize - 2)
      .lineWidth(1.6)
      .stroke(inks.ink)
      .restore();
  });
}
