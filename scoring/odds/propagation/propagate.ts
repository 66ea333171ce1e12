import { methodAt } from '../../engine/method.ts';
import { largestRemainder, roundToTenth, toTenths } from '../../engine/rounding.ts';
import { engineVersion } from '../version.ts';
import { buildGraph } from './build-graph.ts';
import { checkLinks } from './check-links.ts';
import { checkScores } from './check-scores.ts';
import { type Damping, dampingOf } from './damping.ts';
import { entriesOf } from './entries.ts';
import { explainNode, showDrivers } from './explain-node.ts';
import type { Ends, Network, NetworkProblem, Propagated, PropagatedNode, Standing } from './network.ts';
import { linkAt, type ReadNetwork, readNetwork, type Solved } from './read-network.ts';
import { solve } from './solve.ts';
import type { GraphProblem, Propagation, Refused } from './types.ts';

/**
 * What every party of a network inherits from its suppliers (R10), as of a day, in points of the scale. The same result
 * comes out in whatever order nodes and links are given. A party without a score passes on the prior, never nothing; what is not linked is not
 * counted, so link purchases of unknown origin to a node of unknown origin. Two links between the same parties add up; a link of a
 * party to itself is left out and named. Everything else that cannot be (see NetworkProblem) refuses the network, with all reasons.
 * Throws RangeError when no numbers were released on `asOf`.
 */
export function propagate(network: Network): Propagated {
  const method = methodAt(network.asOf);
  const read = readNetwork(network, method);
  const { asOf } = network;
  const own = {
    point: Float64Array.from(read.nodes, (each) => each.ends.score),
    low: Float64Array.from(read.nodes, (each) => each.ends.low),
    high: Float64Array.from(read.nodes, (each) => each.ends.high),
  };
  const problems = problemsOf(read, own, dampingOf(method));
  if (problems.length > 0) return { status: 'refused', asOf, problems };
  const graph = buildGraph(read.columns, method);
  if ('status' in graph) return { status: 'refused', asOf, problems: graph.problems.map((problem) => named(problem, read)) };
  const ends = { point: solve(graph, own.point, method), low: solve(graph, own.low, method), high: solve(graph, own.high, method) };
  const solved = { read, graph, method, point: settled(ends.point), low: settled(ends.low), high: settled(ends.high) };
  const runs = [solved.point, solved.low, solved.high];
  return {
    status: 'propagated',
    engineVersion,
    asOf,
    nodes: read.nodes.map((_, number) => showNode(solved, number)),
    selfLoops: graph.selfLoops.map((row) => linkAt(read, row).id),
    passes: Math.max(...runs.map((each) => each.passes)),
    errorBound: Math.max(...runs.map((each) => each.errorBound)),
    explain: (id) => explainNode(solved, { id, show: (number) => showNode(solved, number) }),
    driversOf: (id) => {
      const number = read.numberOf.get(id);
      if (number === undefined) throw new RangeError(`no party ${id} in the network`);
      return showDrivers(solved, number, showNode(solved, number).inherited?.score ?? 0);
    },
    entriesOf: (id) => showEntries(solved, id),
  };
}

/** Everything wrong with names, shares and scores, each once; sums of shares are reported only when these are correct. */
function problemsOf(read: ReadNetwork, own: Record<'point' | 'low' | 'high', Float64Array>, { range }: Damping): NetworkProblem[] {
  const links = (checkLinks(read.columns)?.problems ?? []).filter((each) => each.code !== 'unknown-node');
  const scores = [own.point, own.low, own.high].flatMap((end) => checkScores(end, read.nodes.length, range)?.problems ?? []);
  const once = new Map(scores.map((each) => [`${each.code} ${each.node}`, each]));
  return [...read.problems, ...[...links, ...once.values()].map((problem) => named(problem, read))];
}

/** A run whose scores were checked before. */
function settled(run: Propagation | Refused): Propagation {
  if (run.status === 'refused') throw new Error(run.problems[0]?.text);
  return run;
}

/** A problem of rows and numbers in the names the caller gave. */
export function named({ code, row, node, text }: GraphProblem, { links, nodes }: ReadNetwork): NetworkProblem {
  const link = row === undefined ? undefined : links[row]?.id;
  const party = node === undefined ? undefined : nodes[node]?.node.id;
  return {
    code,
    ...(link === undefined ? {} : { link }),
    ...(party === undefined ? {} : { node: party }),
    text: text.replace(/(link|party) \d+/, (_, word) => `${word} ${word === 'link' ? link : party}`),
  };
}

function showEntries(solved: Solved, id: string): { node: string; standing: Standing; points: number }[] {
  const { read, graph, point, method } = solved;
  const number = read.numberOf.get(id);
  if (number === undefined) throw new RangeError(`no party ${id} in the network`);
  const entries = entriesOf(graph, point, { node: number, method });
  const shown = largestRemainder(
    entries.map(({ points }) => points),
    toTenths(roundToTenth(point.inherited[number] ?? 0)),
  );
  return entries.flatMap(({ node }, index) => {
    const party = read.nodes[node];
    return party ? [{ node: party.node.id, standing: party.standing, points: shown[index] ?? 0 }] : [];
  });
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
  // A share too small for a number passes on nothing.
  const inherits = coverage.linked > 0 && Number.isFinite(point.inherited[number]);
  return {
    id: node.id,
    standing,
    own: standing === 'scored' ? ends : null,
    inherited: inherits ? at('inherited') : null,
    total: at('total'),
    coverage,
    driver: inherits ? (read.links[graph.row[driver] ?? -1]?.id ?? null) : null,
  };
}
