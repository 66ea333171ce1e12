import { drawParagraph, styles } from './blocks.server';
import { embedPhoto } from './embed-photo';
import type { ReportDocument } from './report-document.server';

type Said = { title: string; alt: string; sha256: string };

/** A photo with its title under it, never larger than `most` points high. `sha256` of the kept file, `jpeg` as it is embedded: turned upright, in sRGB. Without one, `gone` is said. */
export function drawPhoto(
  report: ReportDocument,
  options: Said & { jpeg: Buffer | undefined; gone: string; width: number; height: number; most: number },
): void {
  const { title, alt, sha256, jpeg, gone, most } = options;
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
  const image = embedPhoto(report.doc, jpeg, sha256);
  figure.add(() => {
    report.doc.image(image, left, y, { width, height });
  });
  report.y = y + height + 4;
  drawParagraph(report, { text: title, style: styles.small, after: 12 });
}
