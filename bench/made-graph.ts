import { bands } from '#scoring';
import type { GraphParty, MapGraph } from '~/supply-chain/map/graph';
import { uniformFrom } from './made-network';

/** How many of a hundred suppliers stand in tiers 1 to 5. */
const tierShares = [4, 16, 25, 28, 27];

/** Links as [supplier, customer, share]; -1 is the organization. The shares of a customer add to less than 1. */
export function madeTierLinks({
  suppliers,
  links,
  uniform,
}: {
  suppliers: number;
  links: number;
  uniform: () => number;
}): [number, number, number][] {
  const starts = [0];
  for (const share of tierShares)
    starts.push(Math.min(suppliers, (starts.at(-1) ?? 0) + Math.max(1, Math.round((share * suppliers) / 100))));
  const apart = Math.floor(suppliers / 100);
  const pairs: [number, number][] = [];
  const within = (tier: number) => {
    const [from = 0, to = suppliers] = [starts[tier], starts[tier + 1]];
    return from + Math.floor(uniform() * Math.max(1, to - from));
  };
  tierShares.forEach((_, tier) => {
    const [from = 0, to = suppliers] = [starts[tier], tier === tierShares.length - 1 ? suppliers - apart : starts[tier + 1]];
    for (let node = from; node < to; node += 1) pairs.push([node, tier === 0 ? -1 : within(tier - 1)]);
  });
  while (pairs.length < links) {
    const tier = 1 + Math.floor(uniform() * (tierShares.length - 1));
    const isBack = uniform() < 0.02;
    const [from, to] = isBack ? [within(tier - 1), within(tier)] : [within(tier), within(tier - 1)];
    if (from !== to) pairs.push([from, to]);
  }
  const counts = new Map<number, number>();
  for (const [, to] of pairs) counts.set(to, (counts.get(to) ?? 0) + 1);
  return pairs.map(([from, to]) => [from, to, Math.floor((0.9 * 1e6) / (counts.get(to) ?? 1)) / 1e6]);
}

/** The same chain as the page draws it: the organization, then so many suppliers by tier. */
export function madeGraph({ suppliers, links }: { suppliers: number; links: number }): MapGraph {
  const uniform = uniformFrom(29);
  const drawn = madeTierLinks({ suppliers, links, uniform });
  const tiers = new Array<number | null>(suppliers).fill(null);
  // Links come by tier, so a customer has its tier before its suppliers do.
  for (const [from, to] of drawn) tiers[from] ??= to < 0 ? 1 : (tiers[to] ?? 0) + 1;
  const parties = tiers.map((tier, at): GraphParty => {
    const own = Math.round(1000 * uniform()) / 10;
    const band = bands[Math.min(4, Math.floor(own / 20))] ?? null;
    return { id: `S${at}`, name: `Made Supplier ${at}`, kind: 'supplier', country: 'VN', band, tier, own, inherited: null };
  });
  const you: GraphParty = { id: 'B', name: 'You', kind: 'buyer', country: null, band: null, tier: 0, own: null, inherited: null };
  return {
    parties: [you, ...parties],
    links: drawn.map(([from, to]) => ({ from: from + 1, to: to + 1, kind: 'supplies', points: 20 * uniform(), isInferred: false })),
  };
}
