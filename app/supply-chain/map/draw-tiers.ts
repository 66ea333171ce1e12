import { bandMark } from '~/ui/drawing/band-mark';
import type { Drawing, Shape, Tone } from '~/ui/drawing/shapes';
import type { FoldedGraph } from './fold-graph';
import type { GraphLink, GraphParty, MapGraph } from './graph';
import type { Way } from './highest-risk-path';
import { drawUnknown } from './flow/draw-unknown';
import { gapId } from './flow/flow';
import { unknownLabel } from './flow/labels';
import type { TierGap } from './flow/read-gap.server';
import { box, layOutTiers, type TierLayout } from './lay-out-tiers';
import { shorten } from './shorten';
import { type BoxColumn, boxColumns, routeLink } from './route-link';

const head = 28;
const margin = 8;

/**
 * The tiers as a drawing: each party a box with the mark of its band, each supply link a line whose width shows what it passes on. `way` is drawn over the
 * rest. `tierName` gives the heading of a column. Targets are the parties, by public ID.
 */
export function drawTiers(
  { graph, hidden }: FoldedGraph,
  options: { open: string | null; way: Way | null; gaps?: readonly TierGap[]; tierName: (tier: number | null, count: number) => string },
): Drawing {
  const layout = layOutTiers(graph, { leastRows: Number.POSITIVE_INFINITY });
  const isOnWay = new Set(options.way?.ids ?? []);
  const at = (party: number) => ({ x: margin + (layout.x[party] ?? 0), y: margin + head + (layout.y[party] ?? 0) });
  const steps = wayLinks(graph, options.way);
  const columns = boxColumns(graph.parties.map((_, party) => at(party)));
  const wayTone = toneOfWay(graph, options.way);
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
  for (const link of graph.links) if (!steps.has(link)) shapes.push(drawLink(link, { columns, at, way: null }));
  for (const link of steps) shapes.push(drawLink(link, { columns, at, way: wayTone }));
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
  const gaps = placeGaps(options.gaps ?? [], layout);
  for (const { tier, place, unknown, of } of gaps) {
    if (!layout.columns.some((column) => column.tier === tier + 1))
      shapes.push({ kind: 'text', x: place.x, y: margin + 12, text: options.tierName(tier + 1, 0), size: 12, tone: 'muted', strong: true });
    shapes.push(...drawUnknown({ label: unknownLabel(), count: unknown, of }, place));
  }
  const right = Math.max(layout.width + margin, ...gaps.map(({ place }) => place.x + place.width));
  const bottom = Math.max(layout.height + head + margin, ...gaps.map(({ place }) => place.y + place.height));
  return {
    width: right + margin,
    height: bottom + margin,
    shapes,
    rows: [],
    targets: [
      ...graph.parties.map((party, number) => ({ id: party.id, ...at(number), width: box.width, height: box.height })),
      ...gaps.map(({ tier, place }) => ({ id: gapId(tier), ...place })),
    ],
  };
}

/** Suppliers that are not known come last in the column of their tier; a tier of which none is known gets a column of its own at the end. */
function placeGaps(gaps: readonly TierGap[], layout: TierLayout) {
  return gaps.map((gap) => {
    const column = layout.columns.findIndex(({ tier }) => tier === gap.tier + 1);
    const lowest = Math.max(-box.gapY - box.height, ...[...(layout.ranks[column] ?? [])].map((party) => layout.y[party] ?? 0));
    const x = margin + (layout.columns[column]?.x ?? layout.width + box.betweenTiers);
    return { ...gap, place: { x, y: margin + head + lowest + box.height + box.gapY, width: box.width, height: 46 } };
  });
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

type LinkPlace = { columns: readonly BoxColumn[]; at: (party: number) => { x: number; y: number }; way: Tone | null };

function drawLink(link: GraphLink, { at, columns, way }: LinkPlace): Shape {
  const weight = linkWeight(link.points);
  const dash: [number, number] | undefined = link.isInferred
    ? [4, 4]
    : link.kind === 'owns' || link.kind === 'houses'
      ? [1.5, 3]
      : undefined;
  return {
    kind: 'path',
    d: routeLink(at(link.from), at(link.to), columns),
    tone: way ?? (link.kind === 'recruits' ? 'arc' : 'link'),
    weight: way === null ? weight : Math.max(2.5, weight),
    ...(dash ? { dash } : {}),
  };
}

/** The path has the colour of the risk to which it leads. */
function toneOfWay({ parties }: MapGraph, way: Way | null): Tone {
  const band = parties.find(({ id }) => id === way?.ids.at(-1))?.band ?? null;
  return band === null ? 'way' : `mark-${band}`;
}

function drawParty(party: GraphParty, place: { x: number; y: number; isOpen: boolean; isOnWay: boolean; hidden: number }): Shape[] {
  const { x, y, isOpen, isOnWay, hidden } = place;
  const isSupplier = party.kind === 'supplier';
  const cy = y + box.height / 2;
  const shapes: Shape[] = [
    {
      kind: 'rect',
      x,
      y,
      width: box.width,
      height: box.height,
      tone: isOpen ? 'box-open' : isOnWay ? 'box-path' : isSupplier ? 'box' : 'box-other',
    },
  ];
  if (isSupplier) shapes.push(...bandMark(party.band, { cx: x + 15, cy, size: 15 }));
  const tail = hidden > 0 ? `+${hidden}` : (party.country ?? '');
  const start = isSupplier ? 29 : 10;
  const room = box.width - start - 10 - (tail === '' ? 0 : tail.length * 7 + 4);
  shapes.push({
    kind: 'text',
    x: x + start,
    y: cy + 4,
    text: shorten(party.name, Math.floor(room / 6.2)),
    size: 12,
    tone: 'ink',
    strong: party.kind === 'buyer',
  });
  if (tail !== '') shapes.push({ kind: 'text', x: x + box.width - 8, y: cy + 4, text: tail, size: 10.5, tone: 'muted', anchor: 'end' });
  return shapes;
}
