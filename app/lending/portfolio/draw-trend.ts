import { bandStarts } from '~/ui/shown-score';
import type { Drawing, Shape } from '~/ui/drawing/shapes';
import type { TrendPoint } from './read-trend.server';

const left = 30;
const right = 14;
const foot = 34;
/** Above the scale each version of the method has its own lane: name and period. */
const laneHeight = 22;

type Shown = { days: readonly string[]; width: number; height: number; writeDay: (day: string) => string };
/** The points of one version of the method, the oldest first. */
type Version = { method: string; own: readonly [TrendPoint, ...TrendPoint[]] };

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Mean scores over time on a scale of 0 to 100, each with its interval as a stroke. A line joins points of one version of the method on days that follow each
 * other, and never two versions: where one begins, a dashed line breaks the scale. Versions of one day are side by side; the newest has filled dots.
 */
export function drawTrend(points: readonly TrendPoint[], options: Shown): Drawing {
  const { days, width } = options;
  const versions = versionsOf(points);
  const top = 10 + versions.length * laneHeight;
  const height = options.height + versions.length * laneHeight;
  const x = (day: string) => left + (days.indexOf(day) / Math.max(1, days.length - 1)) * (width - left - right);
  const y = (score: number) => top + (1 - Math.min(100, Math.max(0, score)) / 100) * (height - top - foot);
  // Half a dot of space each way, so that intervals of one day do not overlap.
  const at = ({ day, method }: TrendPoint) => {
    const beside = versions.filter(({ own }) => own.some((point) => point.day === day));
    return round(x(day) + (beside.findIndex((version) => version.method === method) - (beside.length - 1) / 2) * 9);
  };
  const shapes = [
    ...scale(y, width),
    ...dayNames(options, x, height),
    ...versions.flatMap((version, lane) => drawLane(version, { lane, x, width })),
    ...versions.slice(1).flatMap(({ own: [first] }): Shape[] => {
      const before = days[days.indexOf(first.day) - 1];
      if (before === undefined) return [];
      const between = round((x(before) + x(first.day)) / 2);
      return [{ kind: 'line', x1: between, y1: top, x2: between, y2: height - foot, tone: 'axis', weight: 1, dash: [4, 3] }];
    }),
  ];
  versions.forEach(({ own }, index) => {
    own.forEach((point, place) => {
      const before = own[place - 1];
      if (!before || days.indexOf(point.day) - days.indexOf(before.day) !== 1) return;
      shapes.push({ kind: 'line', x1: at(before), y1: y(before.score), x2: at(point), y2: y(point.score), tone: 'ink', weight: 1.6 });
    });
    for (const point of own) {
      const cx = at(point);
      shapes.push({ kind: 'line', x1: cx, y1: y(point.low), x2: cx, y2: y(point.high), tone: 'prior', weight: 2 });
      if (index === versions.length - 1) shapes.push({ kind: 'disc', cx, cy: y(point.score), r: 3.5, tone: 'ink' });
      else shapes.push({ kind: 'ring', cx, cy: y(point.score), r: 3.5, tone: 'ink', weight: 1.6 });
    }
  });
  return { width, height, shapes, rows: [] };
}

/** The versions of the method in the order in which they came up, each with its points by day. */
function versionsOf(points: readonly TrendPoint[]): Version[] {
  const sorted = [...points].sort((one, other) => one.day.localeCompare(other.day));
  const methods = [...new Set(sorted.map(({ method }) => method))];
  const versions = methods.flatMap((method): Version[] => {
    const [first, ...further] = sorted.filter((point) => point.method === method);
    return first ? [{ method, own: [first, ...further] }] : [];
  });
  // Of two that began on one day, the older ended first.
  return versions.sort((one, other) => one.own[0].day.localeCompare(other.own[0].day) || lastOf(one).day.localeCompare(lastOf(other).day));
}

const lastOf = ({ own }: Version): TrendPoint => own.at(-1) ?? own[0];

function scale(y: (score: number) => number, width: number): Shape[] {
  return [...bandStarts.map(({ from }) => from), 100].flatMap((from): Shape[] => [
    { kind: 'line', x1: left, y1: y(from), x2: width - right, y2: y(from), tone: 'hairline', weight: 1 },
    { kind: 'text', x: left - 5, y: y(from) + 3.5, text: String(from), size: 10, tone: 'muted', anchor: 'end' },
  ]);
}

function dayNames({ days, width, writeDay }: Shown, x: (day: string) => number, height: number): Shape[] {
  const every = width < 500 ? 3 : 1;
  return days.flatMap((day, place): Shape[] => {
    if ((days.length - 1 - place) % every !== 0) return [];
    const anchor = place === days.length - 1 ? 'end' : place === 0 ? 'start' : 'middle';
    return [{ kind: 'text', x: x(day), y: height - 12, text: writeDay(day), size: 10, tone: 'muted', anchor }];
  });
}

/** Name and span of a version. A name that would overflow the picture is placed before the end of its span. */
function drawLane(version: Version, { lane, x, width }: { lane: number; x: (day: string) => number; width: number }): Shape[] {
  const { method, own } = version;
  const [first, last] = [x(own[0].day), x(lastOf(version).day)];
  const y = 10 + lane * laneHeight;
  const isLate = first + method.length * 6 > width - right;
  return [
    { kind: 'text', x: isLate ? last + 4 : first - 4, y, text: method, size: 10, tone: 'ink', anchor: isLate ? 'end' : 'start' },
    { kind: 'line', x1: round(first - 4), y1: y + 5, x2: round(last + 4), y2: y + 5, tone: 'axis', weight: 2 },
  ];
}
