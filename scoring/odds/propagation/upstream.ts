import type { SupplyGraph } from './types.ts';

/** All nodes upstream of one, nearest first, and for each the position of the link by which it was reached. */
export type Upstream = { from: number; nodes: number[]; reachedBy: ReadonlyMap<number, { link: number; buyer: number }> };

/**
 * Everything upstream of `node` whatever the shares, links of share 0 included: small spend must not hide what is severe (R10).
 * Nearest first; of equally near ones in the order of their numbers, so paths are the shortest ones and always the same.
 */
export function upstreamOf(graph: SupplyGraph, node: number): Upstream {
  const reachedBy = new Map<number, { link: number; buyer: number }>();
  const nodes: number[] = [];
  let tier = [node];
  while (tier.length > 0) {
    const next: number[] = [];
    for (const buyer of tier) {
      for (let link = graph.start[buyer] ?? 0; link < (graph.start[buyer + 1] ?? 0); link += 1) {
        const supplier = graph.supplier[link] ?? 0;
        if (supplier === node || reachedBy.has(supplier)) continue;
        reachedBy.set(supplier, { link, buyer });
        next.push(supplier);
      }
    }
    tier = next.sort((a, b) => a - b);
    nodes.push(...tier);
  }
  return { from: node, nodes, reachedBy };
}

/** The links from the buyer to an upstream node, the buyer's own link first; empty for the buyer itself. */
export function pathTo({ reachedBy }: Upstream, node: number): number[] {
  const links: number[] = [];
  for (let step = reachedBy.get(node); step; step = reachedBy.get(step.buyer)) links.unshift(step.link);
  return links;
}
