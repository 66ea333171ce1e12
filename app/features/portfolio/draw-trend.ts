import { bandStarts } from '~/charts/band-line-geometry';
import type { Drawing, Shape } from '~/charts/shapes';
import type { TrendPoint } from './read-trend.server';

const left = 30;
const right = 14;
const top = 10;
const foot = 34;

/**
 * Mean scores over time on a scale of 0 to 100, each with its interval as a stroke. A line joins points of one version of the method on days that follow each
 * other, and never two versions.
 */
export function drawTrend(
  points: readonly TrendPoint[],
  options: { days: readonly string[]; width: number; height: number; writeDay: (day: string) => string },
): Drawing {
  const { days, width, height, writeDay } = options;
  const x = (day: string) => left + (days.indexOf(day) / Math.max(1, days.length - 1)) * (width - left - right);
  const y = (score: number) => top + (1 - score / 100) * (height - top - foot);
  const round = (value: number) => Math.round(value * 10) / 10;
  const shapes: Shape[] = [...bandStarts.map(({ from }) => from), 100].flatMap((from): Shape[] => [
    { kind: 'line', x1: left, y1: y(from), x2: width - right, y2: y(from), tone: 'hairline', weight: 1 },
    { kind: 'text', x: left - 5, y: y(from) + 3.5, text: String(from), size: 10, tone: 'muted', anchor: 'end' },
  ]);
  const every = width < 500 ? 3 : 1;
  days.forEach((day, at) => {
    if ((days.length - 1 - at) % every !== 0) return;
    const anchor = at === days.length - 1 ? 'end' : at === 0 ? 'start' : 'middle';
    shapes.push({ kind: 'text', x: x(day), y: height - 12, text: writeDay(day), size: 10, tone: 'muted', anchor });
  });
  for (const method of new Set(points.map((point) => point.method))) {
    const own = points.filter((point) => point.method === method);
    own.forEach((point, at) => {
      const before = own[at - 1];
      if (before && days.indexOf(point.day) - days.indexOf(before.day) === 1)
        shapes.push({
          kind: 'line',
          x1: x(before.day),
          y1: y(before.score),
          x2: x(point.day),
          y2: y(point.score),
          tone: 'ink',
          weight: 1.6,
        });
    });
  }
  for (const { day, score, low, high } of points) {
    const at = round(x(day));
    shapes.push({ kind: 'line', x1: at, y1: y(low), x2: at, y2: y(high), tone: 'prior', weight: 2 });
    shapes.push({ kind: 'disc', cx: at, cy: y(score), r: 3.5, tone: 'ink' });
  }
  return { width, height, shapes, rows: [] };
}
