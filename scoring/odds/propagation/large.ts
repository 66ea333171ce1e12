import { methodAt } from '../../engine/method.ts';
import { buildGraph } from './build-graph.ts';
import { type Driver, driversOf as driversOfNode } from './drivers.ts';
import { type Resolved, resolve } from './resolve.ts';
import { solve } from './solve.ts';
import { type StrongestPath, strongestPath as strongestChain } from './strongest-path.ts';
import type { LinkColumns, Propagation, Refused, SupplyGraph } from './types.ts';

export { applyResolved, type Resolved } from './resolve.ts';
export { pathTo, type Upstream, upstreamOf } from './upstream.ts';

/**
 * R10 for millions of links, on typed arrays: the same rule as `propagate`, with nodes as numbers and no names. Makes the graph of the links,
 * the same whatever their order, or names every row and node that cannot be. Throws RangeError when no numbers were released on `asOf`.
 */
export function buildSupplyGraph(columns: LinkColumns, asOf: string): SupplyGraph | Refused {
  return buildGraph(columns, methodAt(asOf));
}

/** Total, inherited and main driver of every node, for own scores in points of the scale; a score that is none refuses the run. One end of an interval is one run. */
export function solvePropagation(graph: SupplyGraph, own: Float64Array, asOf: string): Propagation | Refused {
  return solve(graph, own, methodAt(asOf));
}

/** What some changed own scores change, worked out only where something moves; `before` stays as it was. */
export function resolvePropagation(
  graph: SupplyGraph,
  before: Propagation,
  { changes, asOf }: { changes: readonly { node: number; own: number }[]; asOf: string },
): Resolved | Refused {
  return resolve(graph, before, { changes, method: methodAt(asOf) });
}

/** Which link contributes how many points to what a node inherits, largest first. */
export function driversOf(graph: SupplyGraph, solved: Propagation, { node, asOf }: { node: number; asOf: string }): Driver[] {
  return driversOfNode(graph, solved, { node, method: methodAt(asOf) });
}

/** The one chain upstream that passes on most to a node; null when nothing is passed on. */
export function strongestPath(
  graph: SupplyGraph,
  solved: Pick<Propagation, 'own'>,
  { node, asOf }: { node: number; asOf: string },
): StrongestPath | null {
  return strongestChain(graph, solved, { node, method: methodAt(asOf) });
}
