import type { Drawing, Shape, Tone } from '~/ui/drawing/shapes';

/** A bar whose parts add up to its width; `written` gives all of it as text. The tone 'hatched' marks unknown. */
export type StackedRow = { label: string; written: string; parts: { size: number; tone: Tone }[] };

const rowHeight = 30;
const barHeight = 14;

/** Draws a row for each label: label, a bar of its parts, and its figures after the bar. With `labelWidth` 0 the label is above, for narrow pages. */
export function drawStackedRows(
  rows: readonly StackedRow[],
  options: { width: number; labelWidth: number; writtenWidth: number },
): Drawing {
  const { width, labelWidth, writtenWidth } = options;
  const lineHeight = labelWidth === 0 ? rowHeight + 16 : rowHeight;
  const room = width - labelWidth - writtenWidth;
  const sums = rows.map(({ parts }) => parts.reduce((sum, { size }) => sum + size, 0));
  const shapes = rows.flatMap(({ label, written, parts }, at): Shape[] => {
    const top = at * lineHeight + (labelWidth === 0 ? 16 : 0);
    const sum = sums[at] ?? 0;
    let x = labelWidth;
    const drawn = parts.flatMap(({ size, tone }): Shape[] => {
      const wide = sum === 0 ? 0 : (size / sum) * room;
      const box = { x, y: top + 6, width: wide, height: barHeight };
      x += wide;
      if (wide === 0) return [];
      if (tone === 'hatched') {
        const [start, end] = [Math.round(box.x * 10) / 10, Math.round(x * 10) / 10];
        const low = box.y + barHeight;
        return [{ kind: 'path', d: `M${start} ${box.y}L${end} ${box.y}L${end} ${low}L${start} ${low}Z`, tone }];
      }
      return [{ kind: 'rect', ...box, tone }];
    });
    return [
      { kind: 'text', x: 0, y: labelWidth === 0 ? top - 2 : top + 17, text: label, size: 12, tone: 'ink' },
      ...drawn,
      { kind: 'text', x: width, y: top + 17, text: written, size: 11, tone: 'muted', anchor: 'end' },
    ];
  });
  return { width, height: rows.length * lineHeight, shapes, rows: [] };
}
