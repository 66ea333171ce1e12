import { bandStarts } from '~/ui/shown-score';
import type { Drawing, Shape } from '~/ui/drawing/shapes';

/** A score on a day ("2026-11-24"), in points without ends. */
export type StepPoint = { on: string; score: number; low: number; high: number };

const right = 34;
const top = 8;
const foot = 18;
const day = 86_400_000;

/**
 * The score of one party over time as steps, since a score applies until the next, within its interval; lines at the bands. `points` come the oldest first and are
 * at least two. Days on the axis are those of the first and the last.
 */
export function drawScoreSteps(
  points: readonly StepPoint[],
  options: { width: number; height: number; dateLabel: (on: string) => string; scoreLabel: (score: number) => string },
): Drawing {
  const { width, height, dateLabel, scoreLabel } = options;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return { width, height: 0, shapes: [], rows: [] };
  const start = Date.parse(first.on);
  const days = (Date.parse(last.on) - start) / day;
  // Of one day, the scores follow each other at equal distances.
  const at = (point: StepPoint, index: number) => (days === 0 ? index / (points.length - 1) : (Date.parse(point.on) - start) / day / days);
  const inner = width - right - 6;
  const xs = points.map((point, index) => round(at(point, index) * inner));
  const clamp = (value: number) => Math.min(100, Math.max(0, value));
  const least = Math.max(0, Math.min(...points.map(({ low }) => clamp(low))) - 5);
  const most = Math.min(100, Math.max(...points.map(({ high }) => clamp(high))) + 5);
  const bottom = height - foot;
  const y = (value: number) => round(bottom - ((clamp(value) - least) / Math.max(1, most - least)) * (bottom - top));
  const shapes: Shape[] = [];
  for (const { from } of bandStarts) {
    if (from <= least || from >= most) continue;
    shapes.push({ kind: 'line', x1: 0, y1: y(from), x2: width - right, y2: y(from), tone: 'hairline' });
    shapes.push({ kind: 'text', x: width, y: y(from) + 4, text: scoreLabel(from), size: 11, tone: 'muted', anchor: 'end' });
  }
  const steps = (of: (point: StepPoint) => number) =>
    points.map((point, index) => (index === 0 ? `${xs[0]} ${y(of(point))}` : `H${xs[index]}V${y(of(point))}`)).join('');
  // Back along the lower ends: down first, then to the left.
  const back = points
    .map((point, index) => ({ x: xs[index], y: y(point.low), before: points[index - 1] }))
    .reverse()
    .map(({ x, y: lowEnd, before }, index) => `${index === 0 ? `V${lowEnd}` : ''}H${x}${before ? `V${y(before.low)}` : ''}`)
    .join('');
  shapes.push({ kind: 'path', d: `M${steps(({ high }) => high)}${back}Z`, tone: 'land' });
  shapes.push({ kind: 'path', d: `M${steps(({ score }) => score)}`, tone: 'ink', weight: 2 });
  shapes.push({ kind: 'disc', cx: xs.at(-1) ?? 0, cy: y(last.score), r: 5, tone: 'mark' });
  shapes.push({
    kind: 'text',
    x: (xs.at(-1) ?? 0) - 9,
    // Above the line, or below it where the drawing ends.
    y: y(last.score) < 20 ? y(last.score) + 16 : y(last.score) - 6,
    text: scoreLabel(last.score),
    size: 12,
    tone: 'ink',
    anchor: 'end',
    strong: true,
  });
  if (days > 0) shapes.push({ kind: 'text', x: 0, y: height - 3, text: dateLabel(first.on), size: 11, tone: 'muted' });
  shapes.push({ kind: 'text', x: width - right, y: height - 3, text: dateLabel(last.on), size: 11, tone: 'muted', anchor: 'end' });
  return { width, height, shapes, rows: [] };
}

const round = (value: number) => Math.round(value * 10) / 10;
