import type { Method } from '../../engine/method.ts';
import { checkScores } from './check-scores.ts';
import { type Damping, dampingOf, type Powers } from './damping.ts';
import { finish, raiseAll } from './passes.ts';
import { settleOpen } from './settle-open.ts';
import type { Propagation, Refused, SupplyGraph } from './types.ts';

/** Many times what the slowest graph needs, since each pass takes at least the damping off the error: reached only by a fault of the program. */
const mostPasses = 5_000;

/** Passes over everything before nodes that cannot move any more are set aside. */
const fullPasses = 8;

/**
 * Every node has the larger of its own probability and damping x the share-weighted sum of its suppliers' (R10): the fixed point, from below. `own` holds a
 * score for every node. The same numbers come out bit for bit on every machine and whatever order the links came in.
 */
export function solve(graph: SupplyGraph, own: Float64Array, method: Method): Propagation | Refused {
  const damping = dampingOf(method);
  const refused = checkScores(own, graph.nodeCount, damping.range);
  if (refused) return refused;
  const floor = own.map((score) => damping.raise(score));
  const powered = Float32Array.from(floor);
  let rise = 0;
  for (let pass = 0; pass < fullPasses; pass += 1) rise = raiseAll(graph, powered, damping.factor);
  const passes = fullPasses + settleOpen(graph, { powered, floor, reach: reachAfter(rise, damping) }, damping);
  return confirm(graph, { own: own.slice(), powered, passes }, damping);
}

/** The most that anything inherited can still rise after a pass whose largest rise was `rise`: the rises to come shrink by `factor` each. */
export function reachAfter(rise: number, { factor }: Damping): number {
  return (rise * factor * factor) / (1 - factor);
}

/** Finishes, and goes on with whole passes should a total still have moved by more than the tolerance allows. */
export function confirm(
  graph: SupplyGraph,
  { own, powered, passes }: { own: Float64Array; powered: Powers; passes: number },
  damping: Damping,
): Propagation {
  for (let count = passes + 1; count < mostPasses; count += 2) {
    const { largestMove, ...rest } = finish(graph, own, powered, damping);
    const errorBound = (largestMove * damping.factor) / (1 - damping.factor);
    if (errorBound <= damping.tolerance) return { status: 'solved', own, ...rest, passes: count, errorBound };
    raiseAll(graph, powered, damping.factor);
  }
  throw new Error('the propagation does not settle');
}
