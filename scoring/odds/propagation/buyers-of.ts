import { kept } from '../../engine/kept.ts';
import type { SupplyGraph } from './types.ts';

/** The buyers of each supplier s: `buyer[start[s]]` to `buyer[start[s + 1] - 1]`, rising. */
export type Buyers = { start: Int32Array; buyer: Int32Array };

const known = new WeakMap<SupplyGraph, Buyers>();

/** The links read from the supplier's side; made once a graph. */
export function buyersOf(graph: SupplyGraph): Buyers {
  return kept(known, graph, () => turn(graph));
}

function turn(graph: SupplyGraph): Buyers {
  const start = new Int32Array(graph.nodeCount + 1);
  for (let at = 0; at < graph.linkCount; at += 1) {
    const next = (graph.supplier[at] ?? 0) + 1;
    start[next] = (start[next] ?? 0) + 1;
  }
  for (let node = 0; node < graph.nodeCount; node += 1) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
  const place = start.slice(0, graph.nodeCount);
  const buyer = new Int32Array(graph.linkCount);
  let at = 0;
  for (let node = 0; node < graph.nodeCount; node += 1) {
    for (const end = graph.start[node + 1] ?? 0; at < end; at += 1) {
      const from = graph.supplier[at] ?? 0;
      const position = place[from] ?? 0;
      place[from] = position + 1;
      buyer[position] = node;
    }
  }
  return { start, buyer };
}
