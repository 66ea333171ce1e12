import { largestRemainder, roundToTenth, toTenths } from '../../engine/rounding.ts';
import { driversOf } from './drivers.ts';
import type { PathStep, PropagatedNode, PropagationExplained } from './network.ts';
import { linkAt, nodeAt, type Solved } from './read-network.ts';
import { strongestPath } from './strongest-path.ts';
import { tracePropagation } from './trace-propagation.ts';
import { pathTo, type Upstream, upstreamOf } from './upstream.ts';

/** What makes up the inherited score of one node of a solved network, and what stands upstream of it (R10). Throws RangeError for an unknown id. */
export function explainNode(solved: Solved, { id, show }: { id: string; show: (number: number) => PropagatedNode }): PropagationExplained {
  const number = solved.read.numberOf.get(id);
  if (number === undefined) throw new RangeError(`no party ${id} in the network`);
  const node = show(number);
  const upstream = upstreamOf(solved.graph, number);
  const strongest = strongestPath(solved.graph, solved.point, { node: number, method: solved.method });
  const drivers = showDrivers(solved, number, node.inherited?.score ?? 0);
  return {
    node,
    drivers,
    strongest: strongest && {
      origin: nodeAt(solved.read, strongest.origin).id,
      points: roundToTenth(strongest.points),
      path: steps(solved, strongest.links, number),
    },
    worst: worstOf(solved, upstream),
    overrides: overridesOf(solved, upstream),
    leverage: leverageOf(solved, number),
    upstream: upstream.nodes.length,
    trace: tracePropagation(node, drivers, solved.method.asOf),
  };
}

/** What each link of a node adds to what it inherits, in tenths that add to it; largest first. */
export function showDrivers({ graph, point, method, read }: Solved, node: number, inherited: number): PropagationExplained['drivers'] {
  const drivers = driversOf(graph, point, { node, method });
  const points = largestRemainder(
    drivers.map((each) => each.points),
    toTenths(inherited),
  );
  return drivers.map(({ row, supplier, share, assumed }, index) => ({
    link: linkAt(read, row).id,
    supplier: nodeAt(read, supplier).id,
    share,
    assumed,
    points: points[index] ?? 0,
  }));
}

function worstOf(solved: Solved, upstream: Upstream): PropagationExplained['worst'] {
  let worst: { number: number; own: number } | null = null;
  for (const number of upstream.nodes) {
    const party = solved.read.nodes[number];
    if (party?.standing === 'scored' && party.ends.score > (worst?.own ?? Number.NEGATIVE_INFINITY))
      worst = { number, own: party.ends.score };
  }
  return (
    worst && {
      node: nodeAt(solved.read, worst.number).id,
      own: worst.own,
      path: steps(solved, pathTo(upstream, worst.number), upstream.from),
    }
  );
}

function overridesOf(solved: Solved, upstream: Upstream): PropagationExplained['overrides'] {
  return upstream.nodes.flatMap((number) => {
    const party = solved.read.nodes[number]?.node;
    if (!party || party.kind === 'unknown-origin' || !party.overrides?.length) return [];
    const path = steps(solved, pathTo(upstream, number), upstream.from);
    return [...new Set(party.overrides)].sort().map((code) => ({ node: party.id, code, path }));
  });
}

function leverageOf({ graph, read }: Solved, node: number): PropagationExplained['leverage'] {
  const rows = [...graph.row.subarray(graph.start[node] ?? 0, graph.start[node + 1] ?? 0)].sort((a, b) => a - b);
  return rows
    .flatMap((row) => {
      const link = read.links[row];
      return link ? [{ link: link.id, supplier: link.supplier, outputShare: link.outputShare ?? null }] : [];
    })
    .sort((a, b) => (b.outputShare ?? -1) - (a.outputShare ?? -1));
}

/** Links by position as steps from the buyer upstream. */
function steps({ graph, read }: Solved, positions: readonly number[], from: number): PathStep[] {
  let buyer = nodeAt(read, from).id;
  return positions.map((position) => {
    const link = linkAt(read, graph.row[position]);
    const step = {
      link: link.id,
      buyer,
      supplier: link.supplier,
      share: graph.share[position] ?? 0,
      assumed: graph.assumed[position] === 1,
    };
    buyer = step.supplier;
    return step;
  });
}
