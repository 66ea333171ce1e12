/** An edge of the graph: goods flow from `from` to `to`. */
export type FlowLink = { from: string; to: string };

/**
 * The smallest distance of every party from the buyers, walking against the flow of goods; 1 supplies a buyer directly.
 * Parties without a path are absent, buyers too. Cycles are allowed: a party is visited once.
 */
export function computeTiers(links: readonly FlowLink[], buyers: Iterable<string>): Map<string, number> {
  const suppliersOf = new Map<string, string[]>();
  for (const { from, to } of links) {
    const known = suppliersOf.get(to);
    if (known) known.push(from);
    else suppliersOf.set(to, [from]);
  }
  const tiers = new Map<string, number>();
  const roots = new Set(buyers);
  let frontier = [...roots];
  for (let tier = 1; frontier.length > 0; tier++) {
    const next: string[] = [];
    for (const party of frontier) {
      for (const supplier of suppliersOf.get(party) ?? []) {
        if (roots.has(supplier) || tiers.has(supplier)) continue;
        tiers.set(supplier, tier);
        next.push(supplier);
      }
    }
    frontier = next;
  }
  return tiers;
}
