import type { Drawing, Shape, Tone } from '~/ui/drawing/shapes';

/** How many lie from `from` up to `to`; the last has no end. */
export type Column = { from: number; to: number | null; count: number; tone: Tone };
/** A limit across the columns, with its text above. */
export type LimitLine = { at: number; text: string };
/** `edge` and `count` write numbers; `unit` is under the axis. */
export type DistributionWords = { edge: (value: number) => string; count: (value: number) => string; unit: string };

const lineHeight = 15;
const footHeight = 38;
const countHeight = 16;
/** Of bold letters of the limits' texts, on average. */
const letterWidth = 6.5;

/**
 * Draws columns side by side, each between the values where it begins and ends, as high as its count; limits are lines between them. Columns are equally wide
 * whatever they span, and the values below say what they span.
 */
export function drawDistribution(
  columns: readonly Column[],
  { width, height, lines, words }: { width: number; height: number; lines: readonly LimitLine[]; words: DistributionWords },
): Drawing {
  const head = lines.length * lineHeight + countHeight;
  const foot = height - footHeight;
  const each = columns.length === 0 ? 0 : width / columns.length;
  const most = Math.max(1, ...columns.map(({ count }) => count));
  // Counts and values are written where there is room for them: every column, or every second.
  const step = Math.max(1, Math.ceil(28 / Math.max(1, each)));
  const bars = columns.flatMap(({ from, count, tone }, at): Shape[] => {
    const tall = round((count / most) * (foot - head));
    const x = round(at * each + 1);
    const box: Shape[] = count === 0 ? [] : [{ kind: 'rect', x, y: foot - tall, width: round(each - 2), height: tall, tone }];
    const written: Shape[] =
      count === 0
        ? []
        : [
            {
              kind: 'text',
              x: round(x + each / 2 - 1),
              y: foot - tall - 4,
              text: words.count(count),
              size: 11,
              tone: 'ink',
              anchor: 'middle',
            },
          ];
    const edge: Shape[] =
      at % step === 0
        ? [
            {
              kind: 'text',
              x: round(at * each),
              y: foot + 14,
              text: words.edge(from),
              size: 11,
              tone: 'muted',
              anchor: at === 0 ? 'start' : 'middle',
            },
          ]
        : [];
    return [...box, ...written, ...edge];
  });
  const limits = lines.flatMap(({ at, text }, index): Shape[] => {
    const x = round(placeOf(at, columns) * each);
    const top = index * lineHeight;
    // Behind its line where it fits: before it, the text would cross the lines of lower limits.
    const isLeft = x + 5 + text.length * letterWidth <= width || x < width / 2;
    return [
      { kind: 'line', x1: x, y1: top + 2, x2: x, y2: foot, tone: 'ink', weight: 1, dash: [4, 3] },
      { kind: 'text', x: isLeft ? x + 5 : x - 5, y: top + 12, text, size: 11, tone: 'ink', anchor: isLeft ? 'start' : 'end', strong: true },
    ];
  });
  const shapes: Shape[] = [
    ...bars,
    { kind: 'line', x1: 0, y1: foot, x2: width, y2: foot, tone: 'axis', weight: 1 },
    ...limits,
    { kind: 'text', x: width, y: height - 6, text: words.unit, size: 11, tone: 'muted', anchor: 'end' },
  ];
  return { width, height, shapes, rows: [] };
}

/** Where a value lies, in columns from the start. Within a column it is at its share of what the column spans. */
export function placeOf(value: number, columns: readonly Pick<Column, 'from' | 'to'>[]): number {
  const at = columns.findIndex(({ from, to }) => value >= from && (to === null || value < to));
  const column = columns[at];
  if (!column) return value < (columns[0]?.from ?? 0) ? 0 : columns.length;
  return column.to === null ? at + (value > column.from ? 0.5 : 0) : at + (value - column.from) / (column.to - column.from);
}

const round = (value: number): number => Math.round(value * 10) / 10;
