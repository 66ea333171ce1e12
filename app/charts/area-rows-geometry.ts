import type { Drawing, Shape } from './shapes';

/** One figure with its interval on the scale; `mark` says what it is: ours, one index, or the trap. */
export type AreaRow = { label: string; value: number; low: number; high: number; written: string; mark: 'ours' | 'index' | 'trap' };
/** A line through all rows, named at the head: chance, the aim. */
export type AreaLine = { at: number; label: string; isDashed: boolean };

const head = 30;
const foot = 20;
const valueWidth = 40;

/** Position of an area on a scale that starts at `from` and ends at 1. */
export function placeOfArea(area: number, { from, left, right }: { from: number; left: number; right: number }): number {
  const share = (Math.min(1, Math.max(from, area)) - from) / (1 - from);
  return left + share * (right - left);
}

/**
 * Draws a row for each figure: its interval as a bar, its value as a mark and in words. With `labelWidth` 0 the labels stand above their rows, for
 * narrow pages. `ticks` are values of the scale with their words.
 */
export function drawAreaRows(
  rows: readonly AreaRow[],
  options: {
    width: number;
    labelWidth: number;
    from: number;
    ticks: readonly { at: number; label: string }[];
    lines: readonly AreaLine[];
  },
): Drawing {
  const { width, labelWidth, from, ticks, lines } = options;
  const rowHeight = labelWidth === 0 ? 36 : 22;
  const scale = { from, left: labelWidth + 6, right: width - valueWidth - 6 };
  const bottom = head + rows.length * rowHeight;
  const shapes: Shape[] = [];
  for (const [index, { at, label, isDashed }] of lines.entries()) {
    const x = placeOfArea(at, scale);
    const dash = isDashed ? { dash: [3, 2] as [number, number] } : {};
    shapes.push({ kind: 'line', x1: x, y1: head - 4, x2: x, y2: bottom, tone: isDashed ? 'prior' : 'axis', weight: 1.2, ...dash });
    shapes.push({ kind: 'text', x, y: index % 2 === 0 ? 11 : 23, text: label, size: 10, tone: 'muted', anchor: 'middle' });
  }
  for (const [at, row] of rows.entries()) shapes.push(...drawRow(row, { y: head + at * rowHeight, rowHeight, labelWidth, scale, width }));
  for (const { at, label } of ticks)
    shapes.push({ kind: 'text', x: placeOfArea(at, scale), y: bottom + 14, text: label, size: 10, tone: 'muted', anchor: 'middle' });
  return { width, height: bottom + foot, shapes, rows: [] };
}

function drawRow(
  { label, value, low, high, written, mark }: AreaRow,
  place: { y: number; rowHeight: number; labelWidth: number; scale: { from: number; left: number; right: number }; width: number },
): Shape[] {
  const { y, rowHeight, labelWidth, scale, width } = place;
  const middle = y + rowHeight - 11;
  const [start, end] = [placeOfArea(low, scale), placeOfArea(high, scale)];
  const strong = mark === 'ours';
  const [cx, cy] = [placeOfArea(value, scale), middle];
  return [
    { kind: 'text', x: 0, y: labelWidth === 0 ? y + 12 : middle + 4, text: label, size: 11, tone: 'ink', strong },
    { kind: 'line', x1: scale.left, y1: middle, x2: scale.right, y2: middle, tone: 'hairline' },
    { kind: 'rect', x: start, y: middle - 3.5, width: Math.max(1, end - start), height: 7, tone: 'interval' },
    mark === 'trap'
      ? { kind: 'ring', cx, cy, r: 4.5, tone: 'ink', weight: 2 }
      : { kind: 'disc', cx, cy, r: strong ? 6.5 : 4.5, tone: strong ? 'mark' : 'muted' },
    { kind: 'text', x: width, y: middle + 4, text: written, size: 11, tone: 'ink', anchor: 'end', strong },
  ];
}
