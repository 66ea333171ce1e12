import { bandMark } from '~/ui/drawing/band-mark';
import type { Drawing, Shape, Target } from '~/ui/drawing/shapes';
import { type Band, bands } from '#scoring';
import type { Cluster } from './gather-clusters';
import type { WorldShown } from './read-world.server';

/** Where a target leads: a country, or a cluster by its place in the list. */
export const countryTarget = (country: string) => `country:${country}`;
export const clusterTarget = (place: number) => `cluster:${place}`;

/**
 * The world as a drawing: countries filled by band or hatched, borders, corridors as arcs, clusters as discs with their number, and hatched labels that count suppliers without coordinates. `writeCount` writes
 * a number. Targets are countries with suppliers, then clusters.
 */
export function drawWorld(world: WorldShown, writeCount: (count: number) => string): Drawing {
  const shapes: Shape[] = [{ kind: 'path', d: world.land, tone: 'land' }];
  for (const { d, fill } of world.outlines) shapes.push({ kind: 'path', d, tone: fill ? `band-${fill}` : 'hatched' });
  if (world.borders) shapes.push({ kind: 'path', d: world.borders, tone: 'border', weight: 0.6 });
  for (const { from, to, suppliers } of world.corridors)
    shapes.push({ kind: 'path', d: arc(from, to), tone: 'arc', weight: Math.round(Math.min(6, 1.2 + Math.log2(suppliers)) * 10) / 10 });
  for (const { to } of world.corridors) shapes.push({ kind: 'disc', cx: to[0], cy: to[1], r: 3, tone: 'override' });
  for (const cluster of [...world.clusters].reverse()) shapes.push(...drawCluster(cluster, writeCount));
  const held = new Set(world.countries.map(({ country }) => country));
  const targets: Target[] = world.outlines.flatMap(({ country, d }) => (held.has(country) ? [{ id: countryTarget(country), d }] : []));
  world.clusters.forEach(({ x, y, r }, place) => {
    const half = Math.max(12, r);
    targets.push({ id: clusterTarget(place), x: x - half, y: y - half, width: 2 * half, height: 2 * half });
  });
  return { width: world.width, height: world.height, shapes, rows: [], targets };
}

/** The drawing with a row under it that says what the fills mean, and the dashed ring if there is one; for files, which have no page around them. */
export function withLegend(
  drawing: Drawing,
  { title, nameOf, doubt }: { title: string; nameOf: (band: Band | null) => string; doubt: string | null },
): Drawing {
  const y = drawing.height + 10;
  const shapes: Shape[] = [{ kind: 'text', x: 4, y: y + 10, text: title, size: 11, tone: 'muted' }];
  let x = Math.max(260, title.length * 6.2 + 16);
  for (const band of [...bands, null]) {
    const swatch = `M${x} ${y}L${x + 18} ${y}L${x + 18} ${y + 12}L${x} ${y + 12}Z`;
    shapes.push({ kind: 'path', d: swatch, tone: band ? `band-${band}` : 'hatched' });
    if (band) shapes.push(...bandMark(band, { cx: x + 27, cy: y + 6, size: 12 }));
    const text = nameOf(band);
    shapes.push({ kind: 'text', x: x + (band ? 36 : 24), y: y + 10, text, size: 11, tone: 'muted' });
    x += 50 + text.length * 6.4;
  }
  if (doubt !== null) {
    shapes.push(drawDoubt(x + 7, y + 6, 6), { kind: 'text', x: x + 19, y: y + 10, text: doubt, size: 11, tone: 'muted' });
    x += 30 + doubt.length * 6.4;
  }
  return { ...drawing, width: Math.max(drawing.width, x), height: y + 16, shapes: [...drawing.shapes, ...shapes] };
}

function drawCluster({ x, y, r, suppliers, worst, country, isDoubtful }: Cluster, writeCount: (count: number) => string): Shape[] {
  if (country !== null) return drawAreaCount({ x, y, worst }, writeCount(suppliers));
  return [
    { kind: 'disc', cx: x, cy: y, r, tone: 'box' },
    ...(isDoubtful ? [drawDoubt(x, y, r + 2)] : []),
    { kind: 'text', x, y: y + 3.5, text: writeCount(suppliers), size: 10, tone: 'ink', anchor: 'middle', strong: true },
    ...bandMark(worst, { cx: x, cy: y - r, size: 13 }),
  ];
}

/** The dashed ring of a mark whose coordinates are doubtful. */
function drawDoubt(x: number, y: number, r: number): Shape {
  const half = `A${written(r)} ${written(r)} 0 0 1`;
  const d = `M${written(x - r)} ${written(y)}${half} ${written(x + r)} ${written(y)}${half} ${written(x - r)} ${written(y)}`;
  return { kind: 'path', d, tone: 'ink', weight: 1.5, dash: [3, 2.6] };
}

/** Suppliers without coordinates: a hatched label with a dashed edge, which no place has. */
function drawAreaCount({ x, y, worst }: Pick<Cluster, 'x' | 'y' | 'worst'>, text: string): Shape[] {
  const half = 14 + text.length * 3.2;
  const edge = `M${written(x - half)} ${written(y - 10)}H${written(x + half)}V${written(y + 10)}H${written(x - half)}Z`;
  return [
    { kind: 'path', d: edge, tone: 'hatched' },
    { kind: 'path', d: edge, tone: 'mark-none', weight: 1, dash: [3, 2.5] },
    { kind: 'rect', x: written(x - half + 20), y: written(y - 7), width: written(2 * half - 23), height: 14, tone: 'box' },
    { kind: 'text', x: written(x + 8.5), y: written(y + 3.5), text, size: 10, tone: 'ink', anchor: 'middle', strong: true },
    ...bandMark(worst, { cx: x - half + 10.5, cy: y, size: 13 }),
  ];
}

const written = (value: number) => Math.round(value * 10) / 10;

/** From origin to destination, bowed upwards by a fifth of the distance. */
function arc(from: readonly [number, number], to: readonly [number, number]): string {
  const bow = Math.hypot(to[0] - from[0], to[1] - from[1]) / 5 + 6;
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 - 2 * bow];
  return `M${written(from[0])} ${written(from[1])}Q${written(x)} ${written(y)} ${written(to[0])} ${written(to[1])}`;
}
