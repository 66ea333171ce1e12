import type { Drawing, Shape, Tone } from '~/ui/drawing/shapes';

/**
 * A bar whose parts add up to its width; `written` gives all of it as text. The tone 'hatched' marks unknown. `text`: in a part, where there is room. `id`: of a row
 * that opens something.
 */
export type StackedRow = { label: string; written: string; parts: { size: number; tone: Tone; text?: string }[]; id?: string };

/** Parts so dark that their text is light. */
const darkTones: ReadonlySet<Tone> = new Set<Tone>(['basis-a', 'basis-b']);

const usualHeight = 30;
const barHeight = 14;

/**
 * Draws a row for each label: label, a bar of its parts, and its figures after the bar. With `labelWidth` 0 the label is above, for narrow pages. Bars are as
 * long as one another, or with `isByNumber` in proportion to their sums.
 */
export function drawStackedRows(
  rows: readonly StackedRow[],
  options: { width: number; labelWidth: number; writtenWidth: number; isByNumber?: boolean; rowHeight?: number },
): Drawing {
  const { width, labelWidth, writtenWidth, rowHeight = usualHeight } = options;
  const lineHeight = labelWidth === 0 ? rowHeight + 16 : rowHeight;
  const room = width - labelWidth - writtenWidth;
  const sums = rows.map(({ parts }) => parts.reduce((sum, { size }) => sum + size, 0));
  const longest = Math.max(0, ...sums);
  const shapes = rows.flatMap(({ label, written, parts }, at): Shape[] => {
    const top = at * lineHeight + (labelWidth === 0 ? 16 : 0);
    const sum = options.isByNumber === true ? longest : (sums[at] ?? 0);
    let x = labelWidth;
    const drawn = parts.flatMap(({ size, tone, text = '' }): Shape[] => {
      const wide = sum === 0 ? 0 : (size / sum) * room;
      const box = { x, y: top + 6, width: wide, height: barHeight };
      x += wide;
      if (wide === 0) return [];
      if (tone === 'hatched') {
        const [start, end] = [Math.round(box.x * 10) / 10, Math.round(x * 10) / 10];
        const low = box.y + barHeight;
        return [
          { kind: 'path', d: `M${start} ${box.y}L${end} ${box.y}L${end} ${low}L${start} ${low}Z`, tone },
          ...inside(box, { text, tone }),
        ];
      }
      return [{ kind: 'rect', ...box, tone }, ...inside(box, { text, tone })];
    });
    return [
      { kind: 'text', x: 0, y: labelWidth === 0 ? top - 2 : top + 17, text: label, size: 12, tone: 'ink' },
      ...drawn,
      { kind: 'text', x: width, y: top + 17, text: written, size: 11, tone: 'muted', anchor: 'end' },
    ];
  });
  const strips = rows.flatMap(({ id }, at) => (id === undefined ? [] : [{ id, y: at * lineHeight, height: lineHeight }]));
  return { width, height: rows.length * lineHeight, shapes, rows: strips };
}

function inside(box: { x: number; y: number; width: number }, { text, tone }: { text: string; tone: Tone }): Shape[] {
  if (text === '' || box.width < text.length * 7 + 6) return [];
  const at = { x: box.x + box.width / 2, y: box.y + barHeight - 3, text, size: 11, anchor: 'middle' as const };
  return [{ kind: 'text', ...at, tone: darkTones.has(tone) ? 'ground' : 'ink', strong: true }];
}
