import { styles, textString } from './blocks.server';
import { inks } from './inks';
import type { ReportDocument } from './report-document.server';

/** The least distance of lines, as a part of their usual distance. */
const closest = 0.84;
const heightOf = (level: number) => (level === 1 ? 19 : 16);
/** Points for the title above the lines. */
const titleRoom = 40;

/**
 * A table of contents whose page numbers are known only at the end: the element is placed now, and the returned function fills it. It has one page: many lines
 * are set closer, and where that would be unreadable, only the first level is listed. `parts`: how many headings of the first level follow; the report goes on under
 * their lines.
 */
export function placeContents(
  report: ReportDocument,
  options: { title: string; levels: number; pageWords: (heading: string, page: number) => string; parts?: number },
): () => void {
  const contents = report.element('TOC');
  const page = report.pageNumber - 1;
  const before = report.headings.length;
  let y = report.y;
  const room = options.parts === undefined ? report.bottom - y : titleRoom + options.parts * heightOf(1);
  const foot = Math.min(report.bottom, y + room);
  if (options.parts !== undefined) report.y = foot;
  return () => {
    report.doc.switchToPage(page);
    const caption = report.layout(options.title, styles.h1);
    y += report.write(report.element('Caption', {}, contents), caption, { x: report.left, y, width: report.width, style: styles.h1 }) + 6;
    const upTo = (levels: number) => report.headings.slice(before).filter((each) => each.level <= levels);
    const fits = (headings: readonly { level: number }[]) =>
      (foot - y) /
      Math.max(
        1,
        headings.reduce((sum, { level }) => sum + heightOf(level), 0),
      );
    const listed = fits(upTo(options.levels)) >= closest ? upTo(options.levels) : upTo(1);
    const scale = Math.min(1, fits(listed));
    for (const heading of listed) {
      const style = heading.level === 1 ? styles.strong : styles.body;
      const x = report.left + (heading.level - 1) * 14;
      const height = heightOf(heading.level) * scale;
      const [line] = report.layout(heading.text, style, report.width - 60);
      const [number] = report.layout(String(heading.page), style);
      if (line === undefined || number === undefined) continue;
      const link = report.element('Link', {}, report.element('Reference', {}, report.element('TOCI', {}, contents)));
      report.write(link, [line], { x, y, width: report.width, style });
      report.write(link, [number], { x: report.left, y, width: report.width, style, align: 'end' });
      const words = textString(options.pageWords(heading.text, heading.page));
      report.doc.goTo(report.left, y, report.width, height, heading.destination, { structParent: link, Contents: words });
      y += height;
      report.rule({ y: y - 3 * scale, ink: inks.hairline, weight: 0.4 });
    }
  };
}
