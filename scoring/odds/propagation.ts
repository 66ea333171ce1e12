import { methodAt, type Method } from '../engine/method.ts';
import { buildGraph } from '../engine/propagation/build-graph.ts';
import type { Damping } from '../engine/propagation/damping.ts';
import type { Network, Propagated } from '../engine/propagation/network.ts';
import { propagateBy } from '../engine/propagation/propagate.ts';
import { resolve, type Resolved } from '../engine/propagation/resolve.ts';
import { solve } from '../engine/propagation/solve.ts';
import type { LinkColumns, Propagation, Refused, SupplyGraph } from '../engine/propagation/types.ts';
import { type Numbers, numbersAt } from './parameters.ts';
import { pointsPerDoubling, probabilityOf, scoreOf } from './points.ts';

/** Scores far outside the scale are faults of the caller: 200 points are a million times the odds. */
const range = { least: -150, most: 250 };

/**
 * R10 on the scale of odds: probabilities of suppliers add up by share, each tier passing on `R10.damping` of them; a party has the larger of its own score
 * and of what it buys. What has no supplier inherits nothing, which is minus infinity on this scale and never shown.
 */
function dampingOf(numbers: Numbers): Damping {
  const damping = numbers['R10.damping'];
  const tolerance = numbers['R10.tolerance'];
  const odds = numbers['R4.world-odds'];
  // A relative move r of a small probability is a move of 10 log2(1 + r) points, about 14.4 r.
  const settled = (tolerance * (1 - damping) * Math.LN2) / pointsPerDoubling;
  return {
    ...{ damping, factor: damping, tolerance, settled, negligible: 0, most: 1, range },
    raise: (score) => probabilityOf(score, odds),
    root: (value) => (value > 0 ? scoreOf(Math.min(value, 1 - 1e-12), odds) : Number.NEGATIVE_INFINITY),
  };
}

const known = new Map<string, Method>();

function oddsMethodAt(asOf: string): Method {
  const before = known.get(asOf);
  if (before) return before;
  const numbers = numbersAt(asOf);
  const released = methodAt(asOf);
  const made = { ...released, of: { ...released.of, 'R10.prior': numbers['R10.prior'] }, damping: dampingOf(numbers) };
  if (known.size > 32) known.clear();
  known.set(asOf, made);
  return made;
}

/**
 * What every party of a network inherits from its suppliers (R10), as of a day, in points of the scale. The same result comes out in whatever order nodes and links
 * are given. A party without a score passes on the prior, never nothing. Everything that cannot be refuses the network, with all reasons.
 * @throws RangeError when no numbers were released on `asOf`
 */
export const propagateOdds = (network: Network): Propagated => propagateBy(network, oddsMethodAt(network.asOf));

/** The same rule on typed arrays, for millions of links: the graph of the links, or every row and node that cannot be. */
export const buildOddsGraph = (columns: LinkColumns, asOf: string): SupplyGraph | Refused => buildGraph(columns, oddsMethodAt(asOf));

/** Total, inherited and main driver of every node, for own scores in points; one end of an interval is one run. */
export const solveOdds = (graph: SupplyGraph, own: Float64Array, asOf: string): Propagation | Refused =>
  solve(graph, own, oddsMethodAt(asOf));

/** What some changed own scores change, worked out only where something moves. */
export const resolveOdds = (
  graph: SupplyGraph,
  before: Propagation,
  { changes, asOf }: { changes: readonly { node: number; own: number }[]; asOf: string },
): Resolved | Refused => resolve(graph, before, { changes, method: oddsMethodAt(asOf) });
