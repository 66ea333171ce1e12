import type { Method } from '../../engine/method.ts';
import { buyersOf } from './buyers-of.ts';
import { checkChanges, type OwnChange } from './check-scores.ts';
import { type Damping, dampingOf } from './damping.ts';
import type { Propagation, Refused, SupplyGraph } from './types.ts';

/** What changed own scores change: every node that was computed again, with its new numbers. All other nodes keep theirs. */
export type Resolved = {
  status: 'resolved';
  /** Rising: the changed nodes and all whose suppliers moved. */
  nodes: Int32Array;
  own: Float64Array;
  total: Float64Array;
  inherited: Float64Array;
  driver: Int32Array;
  rounds: number;
  errorBound: number;
};

/**
 * The propagation after some own scores changed, up or down, computed only where something moves (R10). `before` stays unchanged, so that a
 * what-if can be dropped; `applyResolved` applies it. The results are those of a whole run within the stated error bounds.
 */
export function resolve(
  graph: SupplyGraph,
  before: Propagation,
  { changes, method }: { changes: readonly OwnChange[]; method: Method },
): Resolved | Refused {
  const damping = dampingOf(method);
  const refused = checkChanges(changes, graph.nodeCount, damping.range);
  if (refused) return refused;
  const own = new Map(changes.map((each) => [each.node, each.own]));
  const powered = powersOf(before, damping);
  const moved = new Map<number, number>();
  try {
    const { touched, rounds } = settleFrom({ graph, own, before, powered, moved }, damping);
    return {
      status: 'resolved',
      ...read(touched, { graph, own, before, powered }, damping),
      rounds,
      errorBound: before.errorBound + damping.tolerance,
    };
  } finally {
    for (const [node, was] of moved) powered[node] = was;
  }
}

/** Applies a change: writes its numbers into `into`. Solve again after a thousand changes, because each adds its tolerance to the error bound. */
export function applyResolved(into: Propagation, { nodes, own, total, inherited, driver, errorBound }: Resolved): void {
  nodes.forEach((node, index) => {
    into.own[node] = own[index] ?? 0;
    into.total[node] = total[index] ?? 0;
    into.inherited[node] = inherited[index] ?? 0;
    into.driver[node] = driver[index] ?? -1;
  });
  into.errorBound = errorBound;
  powersKnown.delete(into);
}

const powersKnown = new WeakMap<Propagation, Float64Array>();

/** Probabilities of the totals, made once a run. */
function powersOf(solved: Propagation, { raise }: Damping): Float64Array {
  const known = powersKnown.get(solved);
  if (known) return known;
  const powered = solved.total.map((total) => raise(total));
  powersKnown.set(solved, powered);
  return powered;
}

/** For each node the number of the round in which it was last put on a list; rounds are counted on for the life of a graph, so nothing is cleared. */
const marks = new WeakMap<SupplyGraph, { seen: Float64Array; round: number }>();

function marksOf(graph: SupplyGraph): { seen: Float64Array; round: number } {
  const known = marks.get(graph) ?? { seen: new Float64Array(graph.nodeCount), round: 0 };
  marks.set(graph, known);
  return known;
}

type State = { graph: SupplyGraph; own: ReadonlyMap<number, number>; before: Propagation; powered: Float64Array };

/**
 * Works out the changed nodes, then the buyers of those that moved, round by round, until none moves. Each round goes by rising numbers, so the
 * result is always the same. `moved` keeps what `powered` held before.
 */
function settleFrom(
  { graph, own, before, powered, moved }: State & { moved: Map<number, number> },
  damping: Damping,
): { touched: Int32Array; rounds: number } {
  const buyers = buyersOf(graph);
  const mark = marksOf(graph);
  const first = mark.round + 1;
  const touched = [...own.keys()];
  mark.round = first;
  for (const node of touched) mark.seen[node] = first;
  let frontier = Int32Array.from(touched).sort();
  while (frontier.length > 0) {
    mark.round += 1;
    const next: number[] = [];
    for (const node of frontier) {
      const was = powered[node] ?? 0;
      const is = Math.max(damping.raise(ownAt(node, own, before)), inheritedPower(graph, powered, node) * damping.factor);
      const move = Math.abs(is - was);
      if (move <= damping.settled * Math.max(is, was)) continue;
      if (!moved.has(node)) moved.set(node, was);
      powered[node] = is;
      const end = buyers.start[node + 1] ?? 0;
      for (let at = buyers.start[node] ?? 0; at < end; at += 1) {
        const buyer = buyers.buyer[at] ?? 0;
        const seen = mark.seen[buyer] ?? 0;
        if (seen === mark.round) continue;
        if (seen < first) touched.push(buyer);
        mark.seen[buyer] = mark.round;
        next.push(buyer);
      }
    }
    frontier = Int32Array.from(next);
  }
  return { touched: Int32Array.from(touched).sort(), rounds: mark.round - first };
}

function ownAt(node: number, own: ReadonlyMap<number, number>, before: Propagation): number {
  return own.get(node) ?? before.own[node] ?? 0;
}

function inheritedPower({ start, supplier, share }: SupplyGraph, powered: Float64Array, node: number): number {
  const end = start[node + 1] ?? 0;
  let sum = 0;
  for (let at = start[node] ?? 0; at < end; at += 1) sum += (share[at] ?? 0) * (powered[supplier[at] ?? 0] ?? 0);
  return sum;
}

/** The numbers of the touched nodes from the settled powers. */
function read(
  nodes: Int32Array,
  { graph, own, before, powered }: State,
  { factor, root }: Damping,
): Pick<Resolved, 'nodes' | 'own' | 'total' | 'inherited' | 'driver'> {
  const { start, supplier, share } = graph;
  const inherited = new Float64Array(nodes.length);
  const driver = new Int32Array(nodes.length);
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] ?? 0;
    const end = start[node + 1] ?? 0;
    let sum = 0;
    let most = -1;
    let by = -1;
    for (let at = start[node] ?? 0; at < end; at += 1) {
      const part = (share[at] ?? 0) * (powered[supplier[at] ?? 0] ?? 0);
      sum += part;
      if (part > most) {
        most = part;
        by = at;
      }
    }
    inherited[index] = root(sum * factor);
    driver[index] = by;
  }
  const alone = Float64Array.from(nodes, (node) => ownAt(node, own, before));
  return { nodes, own: alone, total: alone.map((score, index) => Math.max(score, inherited[index] ?? 0)), inherited, driver };
}
