import type { Drawing } from '~/ui/drawing/shapes';

const width = 88;
const height = 22;
const inset = 4;
/** The least range that is drawn over the full height: a change of a point must not look like a leap. */
const leastRange = 20;

/** Scores of one party as a small line of steps, the oldest first and at least two, with a dot at the newest. Days lie at their distance in time. */
export function drawSparkline(points: readonly { on: string; score: number }[]): Drawing {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return { width, height: 0, shapes: [], rows: [] };
  const [start, end] = [Date.parse(first.on), Date.parse(last.on)];
  const scores = points.map(({ score }) => score);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  const range = Math.max(leastRange, most - least);
  const foot = (least + most) / 2 - range / 2;
  // Scores of one day follow each other at equal distances.
  const share = (on: string, index: number) => (start === end ? index / (points.length - 1) : (Date.parse(on) - start) / (end - start));
  const x = (on: string, index: number) => round(inset + share(on, index) * (width - 2 * inset));
  const y = (score: number) => round(height - inset - ((score - foot) / range) * (height - 2 * inset));
  const steps = points.map(({ on, score }, index) => (index === 0 ? `M${x(on, index)} ${y(score)}` : `H${x(on, index)}V${y(score)}`));
  return {
    ...{ width, height, rows: [] },
    shapes: [
      { kind: 'path', d: steps.join(''), tone: 'ink', weight: 1.25 },
      { kind: 'disc', cx: x(last.on, points.length - 1), cy: y(last.score), r: 2.5, tone: 'ink' },
    ],
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
