/**
 * A graph to lay out: node n is in column `column[n]` (0 or more); link l leads from `from[l]` to `to[l]`. Cycles, links within a column and links over
 * several columns are allowed.
 */
export type ColumnGraph = { columnCount: number; column: Int32Array; from: Int32Array; to: Int32Array };

/** Places in units of cells: node n is the `order[n]`-th of its column. `ranks[c]` lists the nodes of column c from top to bottom. */
export type ColumnOrder = { order: Int32Array; ranks: Int32Array[]; crossings: number };

type Neighbours = { start: Int32Array; other: Int32Array };
const sweeps = 8;

/**
 * Orders the nodes of each column so that few links cross: sweeps to and fro, each node to the mean place of its neighbours in other columns, kept
 * where the count of crossings is least. The same for the same graph; ties keep the order given. Time grows with (nodes + links) x log.
 */
export function orderColumns(graph: ColumnGraph): ColumnOrder {
  const { columnCount, column } = graph;
  const count = column.length;
  const ranks = rankByColumn(column, columnCount);
  const order = new Int32Array(count);
  const place = new Float64Array(count);
  const note = (nodes: Int32Array) => {
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at] ?? 0;
      order[node] = at;
      // As a part of the column, so that columns of different length are comparable.
      place[node] = (at + 0.5) / nodes.length;
    }
  };
  for (const nodes of ranks) note(nodes);
  const neighbours = neighboursOf(graph);
  let best = { ranks: ranks.map((nodes) => nodes.slice()), crossings: countCrossings(graph, order) };
  const key = new Float64Array(count);
  for (let sweep = 0; sweep < sweeps && best.crossings > 0; sweep += 1) {
    const isForth = sweep % 2 === 0;
    for (let step = 0; step < columnCount; step += 1) {
      const nodes = ranks[isForth ? step : columnCount - 1 - step];
      if (nodes === undefined || nodes.length < 2) continue;
      for (const node of nodes) key[node] = meanPlace({ neighbours, column, place, node, isForth });
      nodes.sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0) || (order[a] ?? 0) - (order[b] ?? 0));
      note(nodes);
    }
    const crossings = countCrossings(graph, order);
    if (crossings < best.crossings) best = { ranks: ranks.map((nodes) => nodes.slice()), crossings };
  }
  for (const nodes of best.ranks) note(nodes);
  return { order, ranks: best.ranks, crossings: best.crossings };

  function meanPlace(options: { neighbours: Neighbours; column: Int32Array; place: Float64Array; node: number; isForth: boolean }): number {
    const { node, isForth } = options;
    const own = column[node] ?? 0;
    let sum = 0;
    let found = 0;
    let others = 0;
    let othersFound = 0;
    for (let at = neighbours.start[node] ?? 0; at < (neighbours.start[node + 1] ?? 0); at += 1) {
      const other = neighbours.other[at] ?? 0;
      const distance = (column[other] ?? 0) - own;
      if (distance === 0) continue;
      if (distance < 0 === isForth) {
        sum += place[other] ?? 0;
        found += 1;
      } else {
        others += place[other] ?? 0;
        othersFound += 1;
      }
    }
    // Neighbours on the side that the sweep comes from count; without any, those of the other side; without those the node stays.
    return found > 0 ? sum / found : othersFound > 0 ? others / othersFound : (place[node] ?? 0);
  }
}

function rankByColumn(column: Int32Array, columnCount: number): Int32Array[] {
  const sizes = new Int32Array(columnCount);
  for (const each of column) sizes[each] = (sizes[each] ?? 0) + 1;
  const ranks = Array.from(sizes, (size) => new Int32Array(size));
  const next = new Int32Array(columnCount);
  column.forEach((each, node) => {
    const nodes = ranks[each];
    if (nodes) nodes[next[each] ?? 0] = node;
    next[each] = (next[each] ?? 0) + 1;
  });
  return ranks;
}

function neighboursOf({ column, from, to }: ColumnGraph): Neighbours {
  const start = new Int32Array(column.length + 1);
  for (const ends of [from, to]) for (const node of ends) start[node + 1] = (start[node + 1] ?? 0) + 1;
  for (let node = 0; node < column.length; node += 1) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
  const next = start.slice();
  const other = new Int32Array(2 * from.length);
  const put = (node: number, neighbour: number) => {
    const at = next[node] ?? 0;
    other[at] = neighbour;
    next[node] = at + 1;
  };
  for (let link = 0; link < from.length; link += 1) {
    put(from[link] ?? 0, to[link] ?? 0);
    put(to[link] ?? 0, from[link] ?? 0);
  }
  return { start, other };
}

/** How often links between neighbouring columns cross, given each node's place in its column. Time grows with links x log. */
export function countCrossings({ columnCount, column, from, to }: ColumnGraph, order: Int32Array): number {
  const sizes = new Int32Array(columnCount);
  for (const each of column) sizes[each] = (sizes[each] ?? 0) + 1;
  const counts = new Int32Array(columnCount);
  const ends = leftOf({ column, from, to });
  for (const left of ends) if (left >= 0) counts[left] = (counts[left] ?? 0) + 1;
  // A link as one number, left place before right, so that sorting numbers sorts links.
  const pairs = Array.from(counts, (count) => new Float64Array(count));
  const next = new Int32Array(columnCount);
  ends.forEach((left, link) => {
    if (left < 0) return;
    const [a, b] = [from[link] ?? 0, to[link] ?? 0];
    const [near, far] = column[a] === left ? [a, b] : [b, a];
    const list = pairs[left];
    if (list) list[next[left] ?? 0] = (order[near] ?? 0) * (sizes[left + 1] ?? 1) + (order[far] ?? 0);
    next[left] = (next[left] ?? 0) + 1;
  });
  return pairs.reduce((sum, list, left) => sum + crossingsOf(list.sort(), sizes[left + 1] ?? 1), 0);
}

/** Per link between neighbouring columns its left column, else -1. */
function leftOf({ column, from, to }: Pick<ColumnGraph, 'column' | 'from' | 'to'>): Int32Array {
  return Int32Array.from(from, (a, link) => {
    const [left, right] = [column[a] ?? 0, column[to[link] ?? 0] ?? 0];
    return Math.abs(left - right) === 1 ? Math.min(left, right) : -1;
  });
}

/** Crossings of sorted links: a binary indexed tree of the right ends seen so far; those below an end are not crossed by its link. */
function crossingsOf(links: Float64Array, rightSize: number): number {
  const tree = new Int32Array(rightSize + 1);
  let crossings = 0;
  for (let seen = 0; seen < links.length; seen += 1) {
    const right = (links[seen] ?? 0) % rightSize;
    let below = 0;
    for (let node = right + 1; node > 0; node -= node & -node) below += tree[node] ?? 0;
    crossings += seen - below;
    for (let node = right + 1; node < tree.length; node += node & -node) tree[node] = (tree[node] ?? 0) + 1;
  }
  return crossings;
}
