import { methodAt } from '../../engine/method.ts';
import { roundToTenth } from '../../engine/rounding.ts';
import { buildGraph } from './build-graph.ts';
import type { Network } from './network.ts';
import { named } from './propagate.ts';
import { readNetwork } from './read-network.ts';
import { solve } from './solve.ts';
import type { GraphProblem } from './types.ts';

/** Points of the scale, one decimal. `inherited` is null when no supplier with a share above zero is linked. */
export type PointOf = { total: number; inherited: number | null };

/**
 * The points of `propagate` alone, without intervals, coverage and paths, in a fraction of its time, for comparing whole networks. `problem` says in
 * English why a network is refused. Throws RangeError when no numbers were released on `asOf`.
 */
export function propagatePoint(network: Network): { points: Map<string, PointOf>; problem: null } | { points: null; problem: string } {
  const method = methodAt(network.asOf);
  const read = readNetwork(network, method);
  const refuse = (problem: GraphProblem | undefined) => ({ points: null, problem: problem ? named(problem, read).text : '' });
  const [first] = read.problems;
  if (first) return { points: null, problem: first.text };
  const graph = buildGraph(read.columns, method);
  if ('status' in graph) return refuse(graph.problems[0]);
  const solved = solve(
    graph,
    Float64Array.from(read.nodes, ({ ends }) => ends.score),
    method,
  );
  if (solved.status === 'refused') return refuse(solved.problems[0]);
  const points = new Map<string, PointOf>();
  for (const [number, { node }] of read.nodes.entries()) {
    let linked = 0;
    for (let link = graph.start[number] ?? 0; link < (graph.start[number + 1] ?? 0); link += 1) linked += graph.share[link] ?? 0;
    points.set(node.id, {
      total: roundToTenth(solved.total[number] ?? 0),
      inherited: linked > 0 && Number.isFinite(solved.inherited[number]) ? roundToTenth(solved.inherited[number] ?? 0) : null,
    });
  }
  return { points, problem: null };
}
