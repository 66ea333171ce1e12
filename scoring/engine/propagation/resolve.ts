import type { Method } from '../method.ts';
import { buyersOf } from './buyers-of.ts';
import { checkScores } from './check-scores.ts';
import { type Damping, dampingOf } from './damping.ts';
import { raise, root } from './powers.ts';
import { problemList } from './problems.ts';
import type { Propagation, Refused, SupplyGraph } from './types.ts';

/** What a changed own score changes: every node whose suppliers moved, with its new numbers. All other nodes keep theirs. */
export type Resolved = {
  status: 'resolved';
  /** Rising; the changed nodes and all that were worked out anew. */
  nodes: Int32Array;
  own: Float64Array;
  total: Float64Array;
  inherited: Float64Array;
  driver: Int32Array;
  rounds: number;
  errorBound: number;
};

type Overlay = { own: Map<number, number>; powered: Map<number, number> };

/**
 * The propagation after some own scores changed, up or down, worked out only where something moves (R10). `before` is left as it was, so a
 * what-if costs nothing to drop; `applyResolved` makes it stand. The results are those of a whole run within the stated error bounds.
 */
export function resolve(
  graph: SupplyGraph,
  before: Propagation,
  { changes, method }: { changes: readonly { node: number; own: number }[]; method: Method },
): Resolved | Refused {
  const refused = checkChanges(graph, changes);
  if (refused) return refused;
  const damping = dampingOf(method);
  const overlay: Overlay = { own: new Map(changes.map((each) => [each.node, each.own])), powered: new Map() };
  const touched = new Set(overlay.own.keys());
  const buyers = buyersOf(graph);
  let frontier = [...overlay.own.keys()].sort((a, b) => a - b);
  let rounds = 0;
  for (; frontier.length > 0; rounds += 1) {
    const next = new Set<number>();
    for (const node of frontier) {
      const was = poweredOf(node, before, overlay, damping);
      const is = Math.max(raise(ownOf(node, before, overlay), damping.power), inheritedPower(graph, node, { before, overlay, damping }));
      const move = Math.abs(is - was);
      if (move <= damping.settled * Math.max(is, was) || move <= damping.negligible) continue;
      overlay.powered.set(node, is);
      for (let at = buyers.start[node] ?? 0; at < (buyers.start[node + 1] ?? 0); at += 1) {
        next.add(buyers.buyer[at] ?? 0);
        touched.add(buyers.buyer[at] ?? 0);
      }
    }
    frontier = [...next].sort((a, b) => a - b);
  }
  const settled = settledNodes(
    graph,
    [...touched].sort((a, b) => a - b),
    { before, overlay, damping },
  );
  return { status: 'resolved', ...settled, rounds, errorBound: before.errorBound + damping.tolerance };
}

/** Makes a change stand: writes its numbers into `into`. After a thousand changes solve anew, since each adds its tolerance to the error bound. */
export function applyResolved(into: Propagation, { nodes, own, total, inherited, driver, errorBound }: Resolved): void {
  nodes.forEach((node, index) => {
    into.own[node] = own[index] ?? 0;
    into.total[node] = total[index] ?? 0;
    into.inherited[node] = inherited[index] ?? 0;
    into.driver[node] = driver[index] ?? -1;
  });
  into.errorBound = errorBound;
}

type Standing = { before: Propagation; overlay: Overlay; damping: Damping };

function ownOf(node: number, before: Propagation, overlay: Overlay): number {
  return overlay.own.get(node) ?? before.own[node] ?? 0;
}

function poweredOf(node: number, before: Propagation, overlay: Overlay, { power }: Damping): number {
  return overlay.powered.get(node) ?? raise(before.total[node] ?? 0, power);
}

function inheritedPower({ start, supplier, share }: SupplyGraph, node: number, { before, overlay, damping }: Standing): number {
  let sum = 0;
  for (let at = start[node] ?? 0; at < (start[node + 1] ?? 0); at += 1)
    sum += (share[at] ?? 0) * poweredOf(supplier[at] ?? 0, before, overlay, damping);
  return sum * damping.factor;
}

function settledNodes(
  graph: SupplyGraph,
  nodes: number[],
  standing: Standing,
): Pick<Resolved, 'nodes' | 'own' | 'total' | 'inherited' | 'driver'> {
  const { before, overlay, damping } = standing;
  const own = Float64Array.from(nodes, (node) => ownOf(node, before, overlay));
  const inherited = Float64Array.from(nodes, (node) => root(inheritedPower(graph, node, standing), damping.power));
  const driver = Int32Array.from(nodes, (node) => {
    let most = -1;
    let by = -1;
    for (let at = graph.start[node] ?? 0; at < (graph.start[node + 1] ?? 0); at += 1) {
      const part = (graph.share[at] ?? 0) * poweredOf(graph.supplier[at] ?? 0, before, overlay, damping);
      if (part > most) {
        most = part;
        by = at;
      }
    }
    return by;
  });
  const total = own.map((alone, index) => Math.max(alone, inherited[index] ?? 0));
  return { nodes: Int32Array.from(nodes), own, total, inherited, driver };
}

function checkChanges({ nodeCount }: SupplyGraph, changes: readonly { node: number; own: number }[]): Refused | undefined {
  const { add, refusal } = problemList();
  for (const { node } of changes)
    if (!Number.isInteger(node) || node < 0 || node >= nodeCount)
      add({ code: 'unknown-node', node, text: `There is no party ${node} in the graph.` });
  const wrong = checkScores(
    Float64Array.from(changes, (each) => each.own),
    changes.length,
  );
  for (const problem of wrong?.problems ?? []) add({ ...problem, node: changes[problem.node ?? 0]?.node ?? 0 });
  return refusal();
}
