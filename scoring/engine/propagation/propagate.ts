import { methodAt } from '../method.ts';
import { roundToTenth } from '../rounding.ts';
import { engineVersion } from '../version.ts';
import { buildGraph } from './build-graph.ts';
import { explainNode } from './explain-node.ts';
import type { Ends, Network, NetworkProblem, Propagated, PropagatedNode } from './network.ts';
import { type ReadNetwork, readNetwork, type Solved } from './read-network.ts';
import { solve } from './solve.ts';
import type { GraphProblem, Propagation, Refused } from './types.ts';

/**
 * What every party of a network inherits from its suppliers (R10), as of a day. Points run from 0 to 100, higher is worse. The same result
 * comes out in whatever order nodes and links are given. A party without a score passes on the prior, never nothing; what is not linked is not
 * counted, so link what is bought from nobody knows where to a node of unknown origin. Two links between the same parties add up; a link of a
 * party to itself is left out and named. Everything else that cannot be (see NetworkProblem) refuses the network, all reasons at once.
 * Throws RangeError when no numbers were released on `asOf`.
 */
export function propagate(network: Network): Propagated {
  const method = methodAt(network.asOf);
  const read = readNetwork(network, method);
  const refuse = (problems: NetworkProblem[], total: number): Propagated => ({ status: 'refused', asOf: network.asOf, problems, total });
  if (read.problems.length > 0) return refuse(read.problems, read.problems.length);
  const graph = buildGraph(read.columns, method);
  if ('status' in graph)
    return refuse(
      graph.problems.map((problem) => named(problem, read)),
      graph.total,
    );
  const solved = { point: solveEnd('score'), low: solveEnd('low'), high: solveEnd('high') };
  const refused = [solved.point, solved.low, solved.high].find((each) => each.status === 'refused');
  if (refused?.status === 'refused')
    return refuse(
      refused.problems.map((problem) => named(problem, read)),
      refused.total,
    );
  const { point, low, high } = solved;
  if (point.status !== 'solved' || low.status !== 'solved' || high.status !== 'solved')
    throw new Error('unreachable: refusals were answered');
  const whole = { read, graph, method, point, low, high };
  return {
    status: 'propagated',
    engineVersion,
    asOf: network.asOf,
    nodes: read.nodes.map((_, number) => showNode(whole, number)),
    selfLoops: graph.selfLoops.map((row) => read.links[row]?.id ?? ''),
    passes: Math.max(point.passes, low.passes, high.passes),
    errorBound: Math.max(point.errorBound, low.errorBound, high.errorBound),
    explain: (id) => explainNode(whole, { id, show: (number) => showNode(whole, number) }),
  };

  function solveEnd(end: keyof Ends): Propagation | Refused {
    if ('status' in graph) return graph;
    return solve(
      graph,
      Float64Array.from(read.nodes, (each) => each.ends[end]),
      method,
    );
  }
}

/** A problem of rows and numbers in the names the caller gave. */
function named({ code, row, node, text }: GraphProblem, { links, nodes }: ReadNetwork): NetworkProblem {
  const link = row === undefined ? undefined : links[row]?.id;
  const party = node === undefined ? undefined : nodes[node]?.node.id;
  return {
    code,
    ...(link === undefined ? {} : { link }),
    ...(party === undefined ? {} : { node: party }),
    text: text.replace(/(link|party) \d+/, (_, word) => `${word} ${word === 'link' ? link : party}`),
  };
}

function showNode({ read, graph, point, low, high }: Solved, number: number): PropagatedNode {
  const { node, standing, ends } = read.nodes[number] ?? { node: { id: '' }, standing: 'unscored', ends: { score: 0, low: 0, high: 0 } };
  const at = (side: 'total' | 'inherited'): Ends => ({
    score: roundToTenth(point[side][number] ?? 0),
    low: roundToTenth(low[side][number] ?? 0),
    high: roundToTenth(high[side][number] ?? 0),
  });
  const coverage = { linked: 0, scored: 0, assumed: 0 };
  for (let link = graph.start[number] ?? 0; link < (graph.start[number + 1] ?? 0); link += 1) {
    const share = graph.share[link] ?? 0;
    coverage.linked += share;
    if (graph.assumed[link] === 1) coverage.assumed += share;
    else if (read.nodes[graph.supplier[link] ?? 0]?.standing === 'scored') coverage.scored += share;
  }
  const driver = point.driver[number] ?? -1;
  return {
    id: node.id,
    standing,
    own: standing === 'scored' ? ends : null,
    inherited: coverage.linked > 0 ? at('inherited') : null,
    total: at('total'),
    coverage,
    driver: coverage.linked > 0 ? (read.links[graph.row[driver] ?? -1]?.id ?? null) : null,
  };
}
