import { bandMark } from '~/ui/drawing/band-mark';
import type { Drawing, Shape } from '~/ui/drawing/shapes';
import type { FoldedGraph } from './fold-graph';
import type { GraphLink, GraphParty, MapGraph } from './graph';
import { box, layOutTiers, type TierLayout } from './lay-out-tiers';
import type { Way } from './highest-risk-path';

const head = 28;
const margin = 8;

/**
 * The tiers as a drawing: each party a box with the mark of its band, each supply link a line whose width shows what it passes on. `way` is drawn over the
 * rest. `tierName` gives the heading of a column. Targets are the parties, by public ID.
 */
export function drawTiers(
  { graph, hidden }: FoldedGraph,
  options: { open: string | null; way: Way | null; tierName: (tier: number | null, count: number) => string },
): Drawing {
  const layout = layOutTiers(graph);
  const isOnWay = new Set(options.way?.ids ?? []);
  const at = (party: number) => ({ x: margin + (layout.x[party] ?? 0), y: margin + head + (layout.y[party] ?? 0) });
  const steps = wayLinks(graph, options.way);
  const shapes: Shape[] = [];
  for (const column of layout.columns)
    shapes.push({
      kind: 'text',
      x: margin + column.x,
      y: margin + 12,
      text: options.tierName(column.tier, column.count),
      size: 12,
      tone: 'muted',
      strong: true,
    });
  for (const link of graph.links) if (!steps.has(link)) shapes.push(drawLink(link, { layout, at, isOnWay: false }));
  for (const link of steps) shapes.push(drawLink(link, { layout, at, isOnWay: true }));
  graph.parties.forEach((party, number) => {
    shapes.push(
      ...drawParty(party, {
        ...at(number),
        isOpen: party.id === options.open,
        isOnWay: isOnWay.has(party.id),
        hidden: hidden[number] ?? 0,
      }),
    );
  });
  return {
    width: layout.width + 2 * margin,
    height: layout.height + head + 2 * margin,
    shapes,
    rows: [],
    targets: graph.parties.map((party, number) => ({ id: party.id, ...at(number), width: box.width, height: box.height })),
  };
}

/** The relations of the way, the strongest where two parties have several. */
function wayLinks(graph: MapGraph, way: Way | null): Set<GraphLink> {
  const steps = new Set<GraphLink>();
  if (way === null) return steps;
  const place = new Map(graph.parties.map(({ id }, number) => [id, number]));
  const places = way.ids.map((id) => place.get(id));
  places.slice(1).forEach((from, step) => {
    const to = places[step];
    const [best] = graph.links.filter((link) => link.from === from && link.to === to).sort((a, b) => b.points - a.points);
    if (best) steps.add(best);
  });
  return steps;
}

/** Width of a line in units of the drawing: what the relation adds to what its end inherits, 0 to 100 points. */
export function linkWeight(points: number): number {
  return Math.round((0.8 + points / 10) * 10) / 10;
}

type LinkPlace = { layout: TierLayout; at: (party: number) => { x: number; y: number }; isOnWay: boolean };

function drawLink(link: GraphLink, { at, isOnWay }: LinkPlace): Shape {
  const [from, to] = [at(link.from), at(link.to)];
  const weight = linkWeight(link.points);
  const dash: [number, number] | undefined = link.isInferred
    ? [4, 4]
    : link.kind === 'owns' || link.kind === 'houses'
      ? [1.5, 3]
      : undefined;
  const tone = isOnWay ? 'way' : link.kind === 'recruits' ? 'arc' : 'link';
  return {
    kind: 'path',
    d: linkPath(from, to),
    tone,
    weight: isOnWay ? Math.max(2.5, weight) : weight,
    ...(dash ? { dash } : {}),
  };
}

const written = (value: number) => Math.round(value * 10) / 10;

/** From a supplier's box to its customer's in the column before; links within a column or the other way bow out. */
export function linkPath(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const half = box.height / 2;
  const [y1, y2] = [written(from.y + half), written(to.y + half)];
  if (to.x + box.width < from.x) {
    const [x1, x2] = [from.x, to.x + box.width];
    const middle = written((x1 + x2) / 2);
    return `M${written(x1)} ${y1}C${middle} ${y1} ${middle} ${y2} ${written(x2)} ${y2}`;
  }
  if (from.x + box.width < to.x) {
    const [x1, x2] = [from.x + box.width, to.x];
    const middle = written((x1 + x2) / 2);
    return `M${written(x1)} ${y1}C${middle} ${y1} ${middle} ${y2} ${written(x2)} ${y2}`;
  }
  const out = written(Math.max(from.x, to.x) + box.width + box.gapX * 2);
  return `M${written(from.x + box.width)} ${y1}C${out} ${y1} ${out} ${y2} ${written(to.x + box.width)} ${y2}`;
}

function drawParty(party: GraphParty, place: { x: number; y: number; isOpen: boolean; isOnWay: boolean; hidden: number }): Shape[] {
  const { x, y, isOpen, isOnWay, hidden } = place;
  const isSupplier = party.kind === 'supplier';
  const cy = y + box.height / 2;
  const shapes: Shape[] = [
    { kind: 'rect', x, y, width: box.width, height: box.height, tone: isOpen || isOnWay ? 'box-open' : isSupplier ? 'box' : 'box-other' },
  ];
  if (isSupplier) shapes.push(...bandMark(party.band, { cx: x + 15, cy, size: 15 }));
  const tail = hidden > 0 ? `+${hidden}` : (party.country ?? '');
  const start = isSupplier ? 29 : 10;
  const room = box.width - start - 10 - (tail === '' ? 0 : tail.length * 7 + 4);
  shapes.push({
    kind: 'text',
    x: x + start,
    y: cy + 4,
    text: shorten(party.name, Math.floor(room / 6.4)),
    size: 12,
    tone: 'ink',
    strong: party.kind === 'buyer',
  });
  if (tail !== '') shapes.push({ kind: 'text', x: x + box.width - 8, y: cy + 4, text: tail, size: 10.5, tone: 'muted', anchor: 'end' });
  return shapes;
}

/** A text of at most so many characters, by whole characters. */
export function shorten(text: string, length: number): string {
  const letters = [...text];
  return letters.length > length
    ? `${letters
        .slice(0, Math.max(1, length - 1))
        .join('')
        .trimEnd()}…`
    : text;
}
