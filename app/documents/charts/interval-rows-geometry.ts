import { drawBandLineCompact, placeOnLine } from './band-line-geometry';
import { bandStarts } from '~/ui/shown-score';
import { type Drawing, type Shape, shiftShape } from '~/ui/drawing/shapes';

export type IntervalRow = { label: string; score: number; low: number; high: number };

const rowHeight = 22;
const foot = 18;

/** One compact band line a row under one another, its label before it, and one scale at the foot. Long labels are cut. */
export function drawIntervalRows(rows: readonly IntervalRow[], options: { width: number; labelWidth: number }): Drawing {
  const { width, labelWidth } = options;
  const lineWidth = width - labelWidth;
  const shapes = rows.flatMap(({ label, ...reading }, at): Shape[] => {
    const y = at * rowHeight;
    return [
      { kind: 'text', x: 0, y: y + 12, text: cut(label, Math.floor(labelWidth / 6.2)), size: 11, tone: 'ink' },
      ...drawBandLineCompact(reading, lineWidth).shapes.map((shape) => shiftShape(shape, { dx: labelWidth, dy: y })),
    ];
  });
  const base = rows.length * rowHeight + 8;
  for (const from of [...bandStarts.map((entry) => entry.from), 100])
    shapes.push({
      kind: 'text',
      x: labelWidth + placeOnLine(from, lineWidth),
      y: base,
      text: String(from),
      size: 10,
      tone: 'muted',
      anchor: 'middle',
    });
  return { width, height: rows.length * rowHeight + foot, shapes, rows: [] };
}

/** A text of at most so many characters as people count them. */
function cut(text: string, most: number): string {
  const characters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
