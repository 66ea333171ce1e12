import { drawParagraph, styles } from './blocks.server';
import { embedPhoto } from './embed-photo';
import { inks } from './inks';
import type { ReportDocument } from './report-document.server';

type Said = { title: string; alt: string };

/** A photo with its title under it, never larger than `most` points high. `jpeg` as it is embedded: turned upright, in sRGB. Without one, `gone` is said. */
export function drawPhoto(
  report: ReportDocument,
  options: Said & { jpeg: Buffer | undefined; gone: string; width: number; height: number; most: number },
): void {
  const { title, alt, jpeg, gone, most } = options;
  if (jpeg === undefined) {
    drawParagraph(report, { text: title, style: styles.strong, after: 1 });
    drawParagraph(report, { text: gone });
    return;
  }
  const scale = Math.min(report.width / options.width, most / options.height);
  const [width, height] = [options.width * scale, options.height * scale];
  report.reserve(height + 34);
  const { y } = report;
  const left = report.edge(report.left, width);
  const figure = report.element('Figure', { alt, bbox: [left, y, left + width, y + height], placement: 'Block' });
  const image = embedPhoto(report.doc, jpeg);
  figure.add(() => {
    report.doc.image(image, left, y, { width, height });
  });
  report.y = y + height + 4;
  drawParagraph(report, { text: title, style: styles.small, after: 12 });
}

const signatureWidth = 220;

/** A signature as it was written: strokes of x and y in turn, in thousandths of the width of the field, which is `ratio` times as wide as high. */
export function drawSignature(report: ReportDocument, options: Said & { ratio: number; strokes: readonly (readonly number[])[] }): void {
  const { title, alt, ratio, strokes } = options;
  const [width, height] = [signatureWidth, signatureWidth / ratio];
  report.reserve(height + 30);
  const { y, doc } = report;
  const left = report.edge(report.left, width);
  const figure = report.element('Figure', { alt, bbox: [left, y, left + width, y + height], placement: 'Block' });
  figure.add(() => {
    doc.save().rect(left, y, width, height).clip();
    for (const stroke of strokes) {
      for (let index = 0; index + 1 < stroke.length; index += 2) {
        const [x, down] = [left + ((stroke[index] ?? 0) / 1000) * width, y + ((stroke[index + 1] ?? 0) / 1000) * width];
        if (index === 0) doc.moveTo(x, down);
        else doc.lineTo(x, down);
        // A dot is a stroke of one place.
        if (stroke.length === 2) doc.lineTo(x + 0.6, down + 0.6);
      }
      doc.lineWidth(1.1).lineCap('round').lineJoin('round').stroke(inks.ink);
    }
    doc.restore();
  });
  report.y = y + height + 2;
  report.artifact(() => {
    doc
      .moveTo(left, report.y)
      .lineTo(left + width, report.y)
      .lineWidth(0.6)
      .stroke(inks.muted);
  });
  report.y += 4;
  drawParagraph(report, { text: title, style: styles.small, after: 12 });
}
