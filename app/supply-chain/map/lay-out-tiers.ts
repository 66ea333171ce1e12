import type { MapGraph } from './graph';
import { type ColumnGraph, orderColumns } from './lay-out-columns';
import { spread } from './spread';

/** Size of a party's box and the space between boxes, in units of the drawing. */
export const box = { width: 216, height: 32, gapX: 16, gapY: 10, betweenTiers: 80 };
const usualRows = 40;

/** Places of all parties: the left upper corner of each box. `columns` says where each tier begins and ends, and its number of parties. */
export type TierLayout = {
  width: number;
  height: number;
  x: Float32Array;
  y: Float32Array;
  columns: { tier: number | null; x: number; width: number; count: number }[];
  /** Parties of each column from top to bottom, by the columns' order. */
  ranks: Int32Array[];
};

/**
 * Places a graph by tier: the organization first, each tier a column, those to whom no path is known last. A column of many becomes a block of
 * several rows of boxes, so that the drawing stays near the shape of a page; `leastRows` are those of a single column. Pure: the same for the same graph.
 */
export function layOutTiers(graph: MapGraph, { leastRows = usualRows }: { leastRows?: number } = {}): TierLayout {
  const { columns, tiers } = columnsOf(graph);
  const { ranks } = orderColumns(columns);
  const rows = Math.max(leastRows, Math.ceil(Math.sqrt(graph.parties.length) * 1.6));
  const across = ranks.map((nodes) => Math.max(1, Math.ceil(nodes.length / rows)));
  const step = { x: box.width + box.gapX, y: box.height + box.gapY };
  const isSingle = across.every((wide) => wide === 1);
  const x = new Float32Array(graph.parties.length);
  const y = new Float32Array(graph.parties.length);
  const tallest = Math.max(1, ...ranks.map((nodes, at) => Math.ceil(nodes.length / (across[at] ?? 1))));
  const height = tallest * step.y - box.gapY;
  let left = 0;
  const placed = ranks.map((nodes, at) => {
    const wide = across[at] ?? 1;
    const top = isSingle ? 0 : (height - (Math.ceil(nodes.length / wide) * step.y - box.gapY)) / 2;
    nodes.forEach((node, place) => {
      x[node] = left + (place % wide) * step.x;
      y[node] = top + Math.floor(place / wide) * step.y;
    });
    const width = wide * step.x - box.gapX;
    const column = { tier: tiers[at] ?? null, x: left, width, count: nodes.length };
    left += width + box.betweenTiers;
    return column;
  });
  // The organization stays at the beginning of the page, where reading begins.
  const moved = tiers[0] === 0 ? ranks.slice(1) : ranks;
  if (isSingle) spread({ columns, ranks: moved, y, step: step.y, rows: tallest });
  return { width: Math.max(box.width, left - box.betweenTiers), height, x, y, columns: placed, ranks };
}

/** The graph as columns: the tiers that occur, in rising order, and the unknown last. */
export function columnsOf(graph: MapGraph): { columns: ColumnGraph; tiers: (number | null)[] } {
  const tiers = [...new Set(graph.parties.map(({ tier }) => tier))].sort((a, b) => (a ?? 1e9) - (b ?? 1e9));
  const place = new Map(tiers.map((tier, at) => [tier, at]));
  return {
    tiers,
    columns: {
      columnCount: tiers.length,
      column: Int32Array.from(graph.parties, ({ tier }) => place.get(tier) ?? 0),
      from: Int32Array.from(graph.links, ({ from }) => from),
      to: Int32Array.from(graph.links, ({ to }) => to),
    },
  };
}
