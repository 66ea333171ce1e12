import type { Band, LinkKind } from '#scoring';

export const partyKinds = ['buyer', 'supplier', 'labour-recruiter', 'unknown-origin'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** A node of the drawn graph. Scores are points to one decimal, unclamped. */
export type GraphParty = {
  /** Public ID. */
  id: string;
  name: string;
  kind: PartyKind;
  country: string | null;
  /** Its own band; null when it is not scored, or is no supplier. */
  band: Band | null;
  /** 0 for the organization, then the computed tier; null where no path is known. */
  tier: number | null;
  own: number | null;
  inherited: number | null;
};
/** A relation by the positions of its ends. `points`: what it adds to what its end inherits (R10), 0 where it passes nothing on. */
export type GraphLink = { from: number; to: number; kind: LinkKind; points: number; isInferred: boolean };
/** What the three views show, as parties and relations. Parties are ordered by tier, then name; links by their ends. */
export type MapGraph = { parties: GraphParty[]; links: GraphLink[] };

/** Relations by either end: `start[n]` to `start[n + 1]` are the positions in `link` of those of party n. */
export type LinkIndex = { start: Int32Array; link: Int32Array };

/** Index of links by the given end. Cost grows with parties and links. */
export function indexLinks(graph: Pick<MapGraph, 'links'>, { count, end }: { count: number; end: 'from' | 'to' }): LinkIndex {
  const start = new Int32Array(count + 1);
  for (const link of graph.links) start[link[end] + 1] = (start[link[end] + 1] ?? 0) + 1;
  for (let party = 0; party < count; party += 1) start[party + 1] = (start[party + 1] ?? 0) + (start[party] ?? 0);
  const next = start.slice();
  const link = new Int32Array(graph.links.length);
  graph.links.forEach((each, position) => {
    const at = next[each[end]] ?? 0;
    link[at] = position;
    next[each[end]] = at + 1;
  });
  return { start, link };
}

/** Positions of the links of one party in an index. */
export function linksOf(index: LinkIndex, party: number): Int32Array {
  return index.link.subarray(index.start[party] ?? 0, index.start[party + 1] ?? 0);
}
