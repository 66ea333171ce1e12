import type { Band } from '#scoring';
import { bandStarts } from '~/ui/shown-score';
import { bandMark } from '~/ui/drawing/band-mark';
import { type Drawing, hatch, type Shape, shiftShape } from '~/ui/drawing/shapes';

/** What the line shows: a score with its interval, and where known what is typical for the country and sector (0 to 100); or that there is no score. */
export type BandReading = { score: number; low: number; high: number; prior?: number } | { score: null };

/** Text on the drawing, already in the reader's language. */
export type BandLineWords = {
  bands: Record<Band, string>;
  /** Printed above the mark, such as "56, between 49 and 68"; without a score, the reason. */
  reading: string;
  /** Printed under the line when a prior is drawn. */
  prior?: string;
};

const inset = 10;
const lineTop = 20;
const lineHeight = 14;

/** Position of a score on a line of this width. */
export function placeOnLine(score: number, width: number): number {
  return inset + (Math.min(100, Math.max(0, score)) / 100) * (width - 2 * inset);
}

/** Draws the whole line: bands with label and mark, interval as a bar, score as a mark, prior as a tick. Height 68, with a prior 84. */
export function drawBandLine(reading: BandReading, options: { words: BandLineWords; width: number }): Drawing {
  const { words, width } = options;
  const shapes: Shape[] = [...drawScale(reading, width)];
  for (const [index, entry] of bandStarts.entries()) {
    const x = placeOnLine(entry.from, width);
    const end = placeOnLine(bandStarts[index + 1]?.from ?? 100, width);
    if (index > 0) shapes.push({ kind: 'line', x1: x, y1: lineTop + lineHeight, x2: x, y2: lineTop + lineHeight + 4, tone: 'axis' });
    shapes.push(...bandMark(entry.band, { cx: x + 6, cy: lineTop + lineHeight + 16, size: 12 }));
    if (end - x > 40)
      shapes.push({
        kind: 'text',
        x: x + 15,
        y: lineTop + lineHeight + 20,
        text: words.bands[entry.band],
        size: width < 400 ? 10 : 11,
        tone: 'ink',
      });
    shapes.push({ kind: 'text', x, y: lineTop + lineHeight + 33, text: String(entry.from), size: 10, tone: 'muted' });
  }
  shapes.push({ kind: 'text', x: width - inset, y: lineTop + lineHeight + 33, text: '100', size: 10, tone: 'muted', anchor: 'end' });
  shapes.push(readingText(reading, { text: words.reading, width }));
  const hasPrior = reading.score !== null && reading.prior !== undefined && words.prior !== undefined;
  if (hasPrior) {
    shapes.push({ kind: 'line', x1: inset + 5, y1: 73, x2: inset + 5, y2: 83, tone: 'prior', weight: 1.6, dash: [2, 1.5] });
    shapes.push({ kind: 'text', x: inset + 13, y: 82, text: words.prior ?? '', size: 10, tone: 'muted' });
  }
  return { width, height: hasPrior ? 88 : 70, shapes, rows: [] };
}

/** The line alone, without text: for a table row. Height 16. */
export function drawBandLineCompact(reading: BandReading, width: number): Drawing {
  return { width, height: 16, shapes: drawScale(reading, width).map((shape) => shiftShape(shape, { dx: 0, dy: 1 - lineTop })), rows: [] };
}

function drawScale(reading: BandReading, width: number): Shape[] {
  const left = placeOnLine(0, width);
  const right = placeOnLine(100, width);
  if (reading.score === null) {
    const box = { x: left, y: lineTop, width: right - left, height: lineHeight };
    const edges = [lineTop, lineTop + lineHeight].map(
      (y): Shape => ({ kind: 'line', x1: left, y1: y, x2: right, y2: y, tone: 'hairline' }),
    );
    return [...hatch(box), ...edges];
  }
  const shapes: Shape[] = bandStarts.map((entry, index) => {
    const x = placeOnLine(entry.from, width);
    const end = placeOnLine(bandStarts[index + 1]?.from ?? 100, width);
    return { kind: 'rect', x, y: lineTop, width: end - x, height: lineHeight, tone: `band-${entry.band}` };
  });
  const middle = lineTop + lineHeight / 2;
  const [from, to] = [placeOnLine(reading.low, width), placeOnLine(reading.high, width)];
  shapes.push({ kind: 'rect', x: from, y: middle - 3.5, width: Math.max(1, to - from), height: 7, tone: 'interval' });
  if (reading.prior !== undefined) {
    const x = placeOnLine(reading.prior, width);
    shapes.push({ kind: 'line', x1: x, y1: lineTop - 1, x2: x, y2: lineTop + lineHeight + 1, tone: 'prior', weight: 1.6, dash: [2, 1.5] });
  }
  shapes.push({ kind: 'disc', cx: placeOnLine(reading.score, width), cy: middle, r: 6.5, tone: 'mark' });
  return shapes;
}

function readingText(reading: BandReading, options: { text: string; width: number }): Shape {
  const { text, width } = options;
  if (reading.score === null) return { kind: 'text', x: inset, y: 13, text, size: 12, tone: 'ink', strong: true };
  const x = placeOnLine(reading.score, width);
  const half = text.length * 3.4;
  if (x - half < 0) return { kind: 'text', x: inset, y: 13, text, size: 12, tone: 'ink', strong: true };
  if (x + half > width) return { kind: 'text', x: width - inset, y: 13, text, size: 12, tone: 'ink', anchor: 'end', strong: true };
  return { kind: 'text', x, y: 13, text, size: 12, tone: 'ink', anchor: 'middle', strong: true };
}
