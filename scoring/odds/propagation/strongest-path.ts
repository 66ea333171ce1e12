import type { Method } from '../../engine/method.ts';
import { dampingOf } from './damping.ts';
import type { Propagation, SupplyGraph } from './types.ts';

/** The chain of links from a buyer to the origin of most of its inherited risk; `points` is what the buyer would inherit by this chain alone. */
export type StrongestPath = { links: number[]; origin: number; points: number };

type Label = { weight: number; link: number; buyer: number };

/**
 * Of all chains upstream of `node` the one that alone passes on most: the own score at its end damped at each link by damping and share (R10).
 * Null when nothing is passed on. Chains never gain by a circle, since every link weakens; ties go to the shorter chain, then to lower numbers.
 */
export function strongestPath(
  graph: SupplyGraph,
  { own }: Pick<Propagation, 'own'>,
  { node, method }: { node: number; method: Method },
): StrongestPath | null {
  const { raise, root, factor } = dampingOf(method);
  const labels = new Map<number, Label>();
  let best = { value: 0, origin: -1 };
  let frontier = [node];
  while (frontier.length > 0) {
    const next = new Set<number>();
    for (const buyer of frontier) {
      const behind = buyer === node ? 1 : (labels.get(buyer)?.weight ?? 0);
      for (let link = graph.start[buyer] ?? 0; link < (graph.start[buyer + 1] ?? 0); link += 1) {
        const supplier = graph.supplier[link] ?? 0;
        const weight = behind * factor * (graph.share[link] ?? 0);
        if (supplier === node || weight <= (labels.get(supplier)?.weight ?? 0) || weight <= best.value) continue;
        labels.set(supplier, { weight, link, buyer });
        next.add(supplier);
        const value = weight * raise(own[supplier] ?? 0);
        if (value > best.value) best = { value, origin: supplier };
      }
    }
    frontier = [...next].sort((a, b) => a - b);
  }
  if (best.origin < 0) return null;
  const links: number[] = [];
  for (let at = best.origin; at !== node; ) {
    const label = labels.get(at);
    if (!label) break;
    links.unshift(label.link);
    at = label.buyer;
  }
  return { links, origin: best.origin, points: root(best.value) };
}
