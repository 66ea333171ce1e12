import type { Band } from '#scoring';
import { bandStarts } from '~/ui/shown-score';
import { bandMark } from '~/ui/drawing/band-mark';
import type { Drawing, Shape, Target } from '~/ui/drawing/shapes';

/** One party: its risk (0 to 100), how much we buy there (0 to 1, null when that is not known or not direct), and the number that names it in the table. */
export type ScatterPoint = { id: string; number: string; risk: number; band: Band; leverage: number | null };
export type ScatterWords = {
  bands: Record<Band, string>;
  /** Names of the two axes, and of the strip of those without leverage, line by line. */
  risk: string;
  leverage: string;
  unknown: readonly string[];
  percent: (share: number) => string;
};

const top = 24;
const foot = 40;
const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5];

/** The end of the leverage axis and its two to five tick marks. */
export function leverageScale(points: readonly { leverage: number | null }[]): { end: number; ticks: number[] } {
  const largest = Math.max(0.02, ...points.map(({ leverage }) => leverage ?? 0));
  const step = steps.find((each) => largest / each <= 5) ?? 0.5;
  const count = Math.max(1, Math.ceil(Math.round((largest / step) * 1e6) / 1e6));
  return { end: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/**
 * Draws risk (vertical) against leverage (horizontal); points without known leverage are in a strip of their own before the axis. Bands are stripes with mark
 * and label, each point has the mark of its band and its number. Targets open a point.
 */
export function drawScatter(
  points: readonly ScatterPoint[],
  options: { words: ScatterWords; width: number; height: number; stripWidth: number },
): Drawing {
  const { words, width, height, stripWidth } = options;
  const { end, ticks } = leverageScale(points);
  const strip = { left: 30, right: 30 + stripWidth };
  const plot = { left: strip.right + 14, right: width - 18, bottom: height - foot };
  const yOf = (risk: number) => plot.bottom - (Math.min(100, Math.max(0, risk)) / 100) * (plot.bottom - top);
  const xOf = (share: number) => plot.left + 14 + (share / end) * (plot.right - plot.left - 14);
  const shapes: Shape[] = [
    { kind: 'text', x: 0, y: 11, text: words.risk, size: 11, tone: 'ink', strong: true },
    { kind: 'text', x: width, y: height - 4, text: words.leverage, size: 11, tone: 'ink', strong: true, anchor: 'end' },
  ];
  for (const [index, { band, from }] of bandStarts.entries()) {
    const upper = yOf(bandStarts[index + 1]?.from ?? 100);
    const middle = (yOf(from) + upper) / 2;
    shapes.push(
      { kind: 'rect', x: strip.left - 6, y: upper, width: 4, height: yOf(from) - upper, tone: `band-${band}` },
      { kind: 'line', x1: strip.left - 6, y1: yOf(from), x2: plot.right, y2: yOf(from), tone: from === 0 ? 'axis' : 'hairline' },
      { kind: 'text', x: strip.left - 10, y: yOf(from) + 4, text: String(from), size: 10, tone: 'muted', anchor: 'end' },
      { kind: 'text', x: plot.right, y: middle + 4, text: words.bands[band], size: 11, tone: 'muted', anchor: 'end' },
    );
  }
  shapes.push({ kind: 'text', x: strip.left - 10, y: yOf(100) + 4, text: '100', size: 10, tone: 'muted', anchor: 'end' });
  shapes.push({ kind: 'line', x1: plot.left, y1: top, x2: plot.left, y2: plot.bottom, tone: 'axis', dash: [3, 2] });
  words.unknown.forEach((line, index) => {
    shapes.push({ kind: 'text', x: strip.left, y: plot.bottom + 14 + index * 12, text: line, size: 10, tone: 'muted' });
  });
  for (const tick of ticks)
    shapes.push({
      kind: 'text',
      x: xOf(tick),
      y: plot.bottom + 14,
      text: words.percent(tick),
      size: 10,
      tone: 'muted',
      anchor: tick === end ? 'end' : 'middle',
    });
  const places = placePoints(points, { strip, xOf, yOf });
  for (const { point, cx, cy } of places) shapes.push(...bandMark(point.band, { cx, cy, size: 14 }));
  shapes.push(...numberPoints(places));
  const targets = places.map(({ point, cx, cy }): Target => ({ id: point.id, x: cx - 12, y: cy - 12, width: 32, height: 24 }));
  return { width, height, shapes, rows: [], targets };
}

/** The number of each point beside its mark: after it, before it, above or below, wherever it first lies on no mark and no other number. */
function numberPoints(places: readonly Place[]): Shape[] {
  const taken = places.map(({ cx, cy }) => ({ left: cx - 6, right: cx + 6, top: cy - 6, bottom: cy + 6 }));
  return places.map(({ point, cx, cy }): Shape => {
    const long = point.number.length * 6.5;
    const ways = [
      { x: cx + 8, y: cy + 4, anchor: 'start', left: cx + 7 },
      { x: cx - 8, y: cy + 4, anchor: 'end', left: cx - 8 - long },
      { x: cx, y: cy - 8, anchor: 'middle', left: cx - long / 2 },
      { x: cx, y: cy + 16, anchor: 'middle', left: cx - long / 2 },
    ] as const;
    const boxOf = ({ left, y }: (typeof ways)[number]) => ({ left, right: left + long, top: y - 9, bottom: y });
    const isFree = (way: (typeof ways)[number]) => {
      const box = boxOf(way);
      return taken.every(
        (other) => box.left >= other.right || box.right <= other.left || box.top >= other.bottom || box.bottom <= other.top,
      );
    };
    const way = ways.find(isFree) ?? ways[0];
    taken.push(boxOf(way));
    return { kind: 'text', x: way.x, y: way.y, text: point.number, size: 11, tone: 'ink', anchor: way.anchor };
  });
}

type Place = { point: ScatterPoint; cx: number; cy: number };

/** Points at their risk and leverage; those of the strip take its columns in turn by risk, so that neighbours do not lie on each other. */
function placePoints(
  points: readonly ScatterPoint[],
  { strip, xOf, yOf }: { strip: { left: number; right: number }; xOf: (share: number) => number; yOf: (risk: number) => number },
): Place[] {
  const columns = Math.max(1, Math.floor((strip.right - strip.left) / 30));
  const inStrip = points.filter(({ leverage }) => leverage === null).sort((a, b) => b.risk - a.risk || (a.id < b.id ? -1 : 1));
  return points.map((point) => ({
    point,
    cx: point.leverage === null ? strip.left + 9 + (inStrip.indexOf(point) % columns) * 30 : xOf(point.leverage),
    cy: yOf(point.risk),
  }));
}
