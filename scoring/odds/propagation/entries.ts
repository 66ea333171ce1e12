import type { Method } from '../../engine/method.ts';
import { dampingOf } from './damping.ts';
import type { Propagation, SupplyGraph } from './types.ts';

/** A party whose own score is passed on because it is not below what it inherits; `points` is its part of what the node asked for inherits. */
export type Entry = { node: number; points: number };

/** What is left on the way when the walk stops, as a part of what arrived. */
const negligible = 1e-9;

/**
 * Where the risk that `node` inherits enters the chain (R10): what is inherited follows the links upstream, each weakened by damping and share, and
 * ends at the parties whose own score is at least what they inherit themselves. The parts stand to each other as what arrives, and add to the
 * inherited points. Largest first, ties by number. Circles end, since every link weakens. Time grows with links x passes.
 */
export function entriesOf(
  graph: SupplyGraph,
  solved: Pick<Propagation, 'own' | 'inherited'>,
  { node, method }: { node: number; method: Method },
): Entry[] {
  const { raise, factor } = dampingOf(method);
  const parts = new Float64Array(graph.nodeCount);
  let arrived = 0;
  let active = new Map<number, number>([[node, 1]]);
  while (active.size > 0) {
    const next = new Map<number, number>();
    // By number, so that sums do not depend on the order in which parties were reached.
    for (const [party, weight] of [...active].sort(([a], [b]) => a - b)) {
      const own = solved.own[party] ?? 0;
      if (party !== node && own >= (solved.inherited[party] ?? 0)) {
        const part = weight * raise(own);
        parts[party] = (parts[party] ?? 0) + part;
        arrived += part;
        continue;
      }
      for (let link = graph.start[party] ?? 0; link < (graph.start[party + 1] ?? 0); link += 1) {
        const share = graph.share[link] ?? 0;
        const supplier = graph.supplier[link] ?? 0;
        if (share > 0) next.set(supplier, (next.get(supplier) ?? 0) + weight * factor * share);
      }
    }
    const left = [...next.values()].reduce((sum, weight) => sum + weight, 0);
    active = left <= negligible * arrived ? new Map() : next;
  }
  const inherited = solved.inherited[node] ?? 0;
  return [...parts]
    .flatMap((part, party) => (part > 0 ? [{ node: party, part, points: (inherited * part) / arrived }] : []))
    .sort((a, b) => b.part - a.part || a.node - b.node)
    .map(({ node: party, points }) => ({ node: party, points }));
}
