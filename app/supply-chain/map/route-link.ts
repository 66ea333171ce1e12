import { box } from './lay-out-tiers';

type Point = { x: number; y: number };
/** A column of boxes: its left edge and the upper edges of its boxes, rising. */
export type BoxColumn = { x: number; tops: readonly number[] };

const clear = 3;
const written = (value: number) => Math.round(value * 10) / 10;

/** The columns of a drawing from the left upper corners of its boxes. */
export function boxColumns(places: readonly Point[]): BoxColumn[] {
  const tops = new Map<number, number[]>();
  for (const { x, y } of places) tops.set(x, [...(tops.get(x) ?? []), y]);
  return [...tops].map(([x, each]) => ({ x, tops: each.sort((a, b) => a - b) })).sort((a, b) => a.x - b.x);
}

/**
 * A line from one box to another that passes no box: between neighbouring columns a curve, across a column through the space between two of its boxes, and within a
 * column around its end. Pure.
 */
export function routeLink(from: Point, to: Point, columns: readonly BoxColumn[]): string {
  const half = box.height / 2;
  const [y1, y2] = [from.y + half, to.y + half];
  if (from.x === to.x) {
    const [x, out] = [from.x + box.width, from.x + box.width + box.gapX * 2];
    return `M${written(x)} ${written(y1)}C${written(out)} ${written(y1)} ${written(out)} ${written(y2)} ${written(x)} ${written(y2)}`;
  }
  const isLeft = to.x < from.x;
  const [x1, x2] = isLeft ? [from.x, to.x + box.width] : [from.x + box.width, to.x];
  const crossed = columns.filter(({ x }) => x > Math.min(from.x, to.x) && x < Math.max(from.x, to.x));
  let at = { x: x1, y: y1 };
  let d = `M${written(x1)} ${written(y1)}`;
  for (const column of isLeft ? crossed.toReversed() : crossed) {
    const [near, far] = isLeft ? [column.x + box.width, column.x] : [column.x, column.x + box.width];
    const y = freePlace(y1 + ((near - x1) / (x2 - x1)) * (y2 - y1), column.tops);
    d += `${bend(at, { x: near, y })}H${written(far)}`;
    at = { x: far, y };
  }
  return d + bend(at, { x: x2, y: y2 });
}

function bend(from: Point, to: Point): string {
  const middle = written((from.x + to.x) / 2);
  return `C${middle} ${written(from.y)} ${middle} ${written(to.y)} ${written(to.x)} ${written(to.y)}`;
}

/** The place nearest to the one wished for at which a column has no box. */
function freePlace(y: number, tops: readonly number[]): number {
  const ends = [Number.NEGATIVE_INFINITY, ...tops.map((top) => top + box.height)];
  const lanes = ends.flatMap((end, at): [number, number][] => {
    const [low, high] = [end + clear, (tops[at] ?? Number.POSITIVE_INFINITY) - clear];
    return high >= low ? [[low, high]] : [];
  });
  return lanes
    .map(([low, high]) => Math.min(high, Math.max(low, y)))
    .reduce((best, place) => (Math.abs(place - y) < Math.abs(best - y) ? place : best), Number.POSITIVE_INFINITY);
}
