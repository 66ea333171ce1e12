import type { Method } from '../../engine/method.ts';
import { dampingOf } from './damping.ts';
import type { Propagation, SupplyGraph } from './types.ts';

/** One link of a node: `points` is its part of what the node inherits; the parts of all its links add to it. */
export type Driver = { position: number; row: number; supplier: number; share: number; assumed: boolean; points: number };

/** Which link contributes how much to what `node` inherits (R10), largest first: the parts stand to each other as share x probability. */
export function driversOf(graph: SupplyGraph, solved: Propagation, { node, method }: { node: number; method: Method }): Driver[] {
  const { raise } = dampingOf(method);
  const positions = Array.from(
    { length: (graph.start[node + 1] ?? 0) - (graph.start[node] ?? 0) },
    (_, offset) => (graph.start[node] ?? 0) + offset,
  );
  const parts = positions.map((at) => (graph.share[at] ?? 0) * raise(solved.total[graph.supplier[at] ?? 0] ?? 0));
  const sum = parts.reduce((total, part) => total + part, 0);
  return positions
    .map((position, index) => ({ position, part: parts[index] ?? 0 }))
    .sort((a, b) => b.part - a.part || a.position - b.position)
    .map(({ position, part }) => ({
      position,
      row: graph.row[position] ?? 0,
      supplier: graph.supplier[position] ?? 0,
      share: graph.share[position] ?? 0,
      assumed: graph.assumed[position] === 1,
      points: sum === 0 ? 0 : (solved.inherited[node] ?? 0) * (part / sum),
    }));
}
