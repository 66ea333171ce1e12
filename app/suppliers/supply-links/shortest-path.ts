import type { FlowLink } from './compute-tiers';

export type { FlowLink };

/** The parties of a shortest way along the flow, both ends included; null when there is none. Cycles are allowed. A party alone is its own way. */
export function shortestPath(links: readonly FlowLink[], start: string, goal: string): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to } of links) {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  }
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const party = queue[at] ?? '';
    if (party === goal) return backFrom(cameFrom, goal);
    for (const to of next.get(party) ?? []) {
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, party);
      queue.push(to);
    }
  }
  return null;
}

function backFrom(cameFrom: ReadonlyMap<string, string | null>, goal: string): string[] {
  const path: string[] = [];
  for (let party: string | null = goal; party !== null; party = cameFrom.get(party) ?? null) path.unshift(party);
  return path;
}
