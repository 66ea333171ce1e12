/** An edge of the graph: goods flow from `from` to `to`. */
export type FlowLink = { from: string; to: string };

/**
 * The smallest distance of every party from the buyers, walking against the flow of goods; 1 supplies a buyer directly.
 * Parties without a path are absent, buyers too. Cycles are allowed: a party is visited once.
 * @param known distances of parties whose own links are not among `links`: paths over them count on from there; they are answered only where a link leads to them nearer
 */
export function computeTiers(
  links: readonly FlowLink[],
  buyers: Iterable<string>,
  known: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const suppliersOf = new Map<string, string[]>();
  for (const { from, to } of links) {
    const held = suppliersOf.get(to);
    if (held) held.push(from);
    else suppliersOf.set(to, [from]);
  }
  const tiers = new Map<string, number>();
  const roots = new Set(buyers);
  const startsAt = new Map<number, string[]>([[0, [...roots]]]);
  for (const to of suppliersOf.keys()) {
    const distance = roots.has(to) ? undefined : known.get(to);
    if (distance !== undefined) startsAt.set(distance, [...(startsAt.get(distance) ?? []), to]);
  }
  const furthest = Math.max(...startsAt.keys());
  let frontier = startsAt.get(0) ?? [];
  for (let tier = 1; frontier.length > 0 || tier <= furthest + 1; tier++) {
    const next: string[] = [];
    for (const party of frontier) {
      for (const supplier of suppliersOf.get(party) ?? []) {
        if (roots.has(supplier) || tiers.has(supplier) || (known.get(supplier) ?? Number.POSITIVE_INFINITY) <= tier) continue;
        tiers.set(supplier, tier);
        next.push(supplier);
      }
    }
    frontier = [...next, ...(startsAt.get(tier) ?? [])];
  }
  return tiers;
}
