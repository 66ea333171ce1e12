import { bands, linkKinds } from '#scoring';
import { shorten } from '../shorten';
import type { FoldedGraph } from '../fold-graph';
import { indexLinks, type LinkIndex, type MapGraph } from '../graph';
import { box, layOutTiers, type TierLayout } from '../lay-out-tiers';

/** A graph ready for repeated drawing: positions, text and styles computed once. Treat the arrays as read-only. */
export type Scene = {
  graph: MapGraph;
  layout: TierLayout;
  into: LinkIndex;
  out: LinkIndex;
  /** Per party: place of its band in the order of bands, -1 not scored, -2 no supplier. */
  band: Int8Array;
  label: string[];
  tail: string[];
  /** Per link: its ends, on the sides of the boxes that face each other. */
  x1: Float32Array;
  y1: Float32Array;
  x2: Float32Array;
  y2: Float32Array;
  /** Per link: 0 plain, 1 inferred, 2 owns or houses, 3 recruits; and a step of width by what it passes on, 0 to 4. */
  style: Uint8Array;
  weight: Uint8Array;
};

export const weights = [0.8, 1.8, 3, 4.5, 7];
export const headHeight = 30;

/** Lays a graph out for drawing. Time grows with (parties + links) x log. */
export function buildScene({ graph, hidden }: FoldedGraph): Scene {
  const layout = layOutTiers(graph);
  const count = graph.links.length;
  const ends = { x1: new Float32Array(count), y1: new Float32Array(count), x2: new Float32Array(count), y2: new Float32Array(count) };
  const style = new Uint8Array(count);
  const weight = new Uint8Array(count);
  graph.links.forEach(({ from, to, kind, points, isInferred }, link) => {
    const [fromX, toX] = [layout.x[from] ?? 0, layout.x[to] ?? 0];
    const isBack = fromX > toX;
    const isBeside = Math.abs(fromX - toX) < box.width;
    ends.x1[link] = isBeside || !isBack ? fromX + box.width : fromX;
    ends.x2[link] = isBeside || isBack ? toX + box.width : toX;
    ends.y1[link] = (layout.y[from] ?? 0) + box.height / 2;
    ends.y2[link] = (layout.y[to] ?? 0) + box.height / 2;
    style[link] = kind === 'recruits' ? 3 : linkKinds.indexOf(kind) > 2 ? 2 : isInferred ? 1 : 0;
    weight[link] = Math.min(weights.length - 1, Math.ceil(points / 12));
  });
  return {
    graph,
    layout,
    into: indexLinks(graph, { count: graph.parties.length, end: 'to' }),
    out: indexLinks(graph, { count: graph.parties.length, end: 'from' }),
    band: Int8Array.from(graph.parties, ({ kind, band }) => (kind !== 'supplier' ? -2 : band === null ? -1 : bands.indexOf(band))),
    label: graph.parties.map(({ name }) => shorten(name, 24)),
    tail: graph.parties.map(({ country }, party) => ((hidden[party] ?? 0) > 0 ? `+${hidden[party]}` : (country ?? ''))),
    ...ends,
    style,
    weight,
  };
}

/** The party at a point of the drawing, -1 where there is none. */
export function partyAt({ layout, graph }: Scene, { x, y }: { x: number; y: number }): number {
  for (let party = 0; party < graph.parties.length; party += 1) {
    const [left, top] = [layout.x[party] ?? 0, layout.y[party] ?? 0];
    if (x >= left && x <= left + box.width && y >= top && y <= top + box.height) return party;
  }
  return -1;
}
