import type { Drawing, Shape, Tone } from '~/ui/drawing/shapes';

/** A part that moves the total. `points` are signed points with one decimal; `id` names the node of the trace. */
export type WaterfallPart = { id: string; label: string; points: number };

/** What the chart shows: the four lines of the method with the parts of the first two, to one decimal. */
export type WaterfallInput = {
  components: WaterfallPart[];
  domains: WaterfallPart[];
  lines: { inherent: number; controlCredit: number; findingsUplift: number; overrideUplift: number };
  score: number;
};

/** Text on the drawing, already in the reader's language; `number` formats one decimal, `signed` adds the sign. */
export type WaterfallWords = {
  world: string;
  inherent: string;
  noCredit: string;
  controlCredit: string;
  findings: string;
  override: string;
  rounding: string;
  residual: string;
  number: (value: number) => string;
  signed: (value: number) => string;
};

export type WaterfallRow = {
  id: string;
  kind: 'part' | 'subtotal' | 'total';
  label: string;
  points: number;
  from: number;
  to: number;
  tone: Tone;
};

const tenths = (value: number) => Math.round(value * 10);

/** The average worker of the world: where every score begins. */
const world = 50;

/**
 * Arranges the parts as steps from the average of the world, each beginning where the one before ended; parts of no points are left out. Sums are kept in
 * whole tenths, so that what is shown adds up exactly; where parts do not add up to their line, the difference is shown as a row of its own and never hidden in another.
 */
export function waterfallRows(input: WaterfallInput, words: WaterfallWords): WaterfallRow[] {
  const rows: WaterfallRow[] = [];
  let at = tenths(world);
  const step = (part: WaterfallPart, tone: Tone) => {
    const size = tenths(part.points);
    rows.push({ id: part.id, kind: 'part', label: part.label, points: size / 10, from: at / 10, to: (at + size) / 10, tone });
    at += size;
  };
  const addRounding = (id: string, target: number, tone: Tone) => {
    if (at !== target) step({ id, label: words.rounding, points: (target - at) / 10 }, tone);
  };
  const close = (row: { id: string; label: string; kind: 'subtotal' | 'total' }) =>
    rows.push({ ...row, points: at / 10, from: world, to: at / 10, tone: 'total' });

  const inherent = tenths(input.lines.inherent);
  close({ id: 'world', label: words.world, kind: 'subtotal' });
  for (const part of input.components.filter(({ points }) => tenths(points) !== 0)) step(part, 'inherent');
  addRounding('inherent-rounding', inherent, 'inherent');
  close({ id: 'inherent', label: words.inherent, kind: 'subtotal' });

  const credit = tenths(input.lines.controlCredit);
  const earning = input.domains.filter((part) => tenths(part.points) !== 0);
  for (const part of earning) step(part, 'credit');
  addRounding('credit-rounding', inherent + credit, 'credit');
  if (credit === 0 && earning.length === 0) step({ id: 'controlCredit', label: words.noCredit, points: 0 }, 'credit');
  else close({ id: 'controlCredit', label: words.controlCredit, kind: 'subtotal' });

  step({ id: 'findingsUplift', label: words.findings, points: input.lines.findingsUplift }, 'findings');
  step({ id: 'overrideUplift', label: words.override, points: input.lines.overrideUplift }, 'override');
  addRounding('residual-rounding', tenths(input.score), 'override');
  close({ id: 'residual', label: words.residual, kind: 'total' });
  return rows;
}

/**
 * Draws the steps as rows on an axis from 0 to 100, or as far as a step reaches. Sums start at the world average. Under 480 units of width the label is above
 * its bar.
 */
export function drawWaterfall(
  rows: readonly WaterfallRow[],
  options: { words: WaterfallWords; width: number; rowHeight?: number; size?: number },
): Drawing {
  const { words, width, size = 12 } = options;
  const isNarrow = width < 480;
  const rowHeight = options.rowHeight ?? (isNarrow ? 34 : 22);
  const left = isNarrow ? 2 : Math.round(width * 0.36);
  const right = width - 46;
  const barHeight = Math.min(12, rowHeight * 0.55);
  const reached = rows.flatMap(({ from, to }) => [from, to]);
  const least = Math.floor(Math.min(0, ...reached) / 25) * 25;
  const most = Math.ceil(Math.max(100, ...reached) / 25) * 25;
  const x = (value: number) => left + ((value - least) / (most - least)) * (right - left);
  const ticks = Array.from({ length: (most - least) / 25 + 1 }, (_, at) => least + at * 25);
  const axisY = rows.length * rowHeight + 4;
  const shapes: Shape[] = [];
  for (const tick of ticks) {
    shapes.push({
      kind: 'line',
      x1: x(tick),
      y1: 0,
      x2: x(tick),
      y2: axisY,
      tone: tick === world ? 'axis' : 'hairline',
      weight: tick === world ? 1 : 0.6,
    });
    shapes.push({
      kind: 'text',
      x: x(tick),
      y: axisY + 12,
      text: String(tick),
      size: size - 2,
      tone: 'muted',
      anchor: tick === least ? 'start' : 'middle',
    });
  }
  for (const [index, row] of rows.entries()) {
    const top = index * rowHeight;
    const barTop = isNarrow ? top + rowHeight - barHeight - 5 : top + (rowHeight - barHeight) / 2;
    const isSum = row.kind !== 'part';
    if (isSum) shapes.push({ kind: 'line', x1: 0, y1: top + rowHeight, x2: width, y2: top + rowHeight, tone: 'hairline', weight: 0.8 });
    const [from, to] = [x(Math.min(row.from, row.to)), x(Math.max(row.from, row.to))];
    shapes.push({
      kind: 'rect',
      x: from,
      y: barTop,
      width: Math.max(row.points === 0 ? 0.8 : 1.2, to - from),
      height: barHeight,
      tone: row.tone,
    });
    const next = rows[index + 1];
    if (next !== undefined) {
      const joint = x(row.to);
      const nextTop = isNarrow ? top + 2 * rowHeight - barHeight - 5 : top + rowHeight + (rowHeight - barHeight) / 2;
      shapes.push({ kind: 'line', x1: joint, y1: barTop + barHeight, x2: joint, y2: nextTop, tone: 'connector', weight: 0.6 });
    }
    const baseline = isNarrow ? top + size + 1 : barTop + barHeight / 2 + size * 0.35;
    shapes.push({ kind: 'text', x: isNarrow || isSum ? 2 : 12, y: baseline, text: row.label, size, tone: 'ink', strong: isSum });
    const text = isSum ? words.number(row.points) : words.signed(row.points);
    shapes.push({ kind: 'text', x: width - 2, y: baseline, text, size, tone: 'ink', anchor: 'end', strong: isSum });
  }
  const strips = rows.map((row, index) => ({ id: row.id, y: index * rowHeight, height: rowHeight }));
  return { width, height: axisY + 16, shapes, rows: strips };
}
