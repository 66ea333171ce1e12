import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import isoCountries from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import type { Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type Point = { latitude: number; longitude: number };
type Shape = { country: string; west: number; south: number; east: number; north: number; rings: readonly Float64Array[] };
/** `borders`: in each square degree, the pieces of outlines that cross it, as x and y of both ends and the position of the shape. */
type Outlines = { shapes: readonly Shape[]; borders: ReadonlyMap<number, readonly number[]>; countries: ReadonlySet<string> };

/** Parts of countries that the atlas draws without a code. */
const unnumbered: Readonly<Record<string, string>> = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };

let made: Outlines | undefined;

/** Outlines of countries (Natural Earth 1:50 million through world-atlas, public domain), read when they are first asked for. */
function outlines(): Outlines {
  if (made) return made;
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const atlas: Topology<{ countries: GeometryCollection<{ name: string }> }> = JSON.parse(readFileSync(file, 'utf8'));
  const shapes = feature(atlas, atlas.objects.countries).features.flatMap(({ id, properties, geometry }) => {
    const country = id === undefined ? unnumbered[properties.name] : isoCountries.numericToAlpha2(String(id));
    if (country === undefined) return [];
    if (geometry.type === 'Polygon') return [shapeOf(country, geometry.coordinates)];
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.map((rings) => shapeOf(country, rings)) : [];
  });
  made = { shapes, borders: bordersOf(shapes), countries: new Set(shapes.map(({ country }) => country)) };
  return made;
}

function shapeOf(country: string, rings: readonly Position[][]): Shape {
  const flat = rings.map((ring) => Float64Array.from(ring.flatMap(([x = 0, y = 0]) => [x, y])));
  const shape = { country, west: 180, south: 90, east: -180, north: -90, rings: flat };
  for (const [x = 0, y = 0] of rings[0] ?? []) {
    shape.west = Math.min(shape.west, x);
    shape.east = Math.max(shape.east, x);
    shape.south = Math.min(shape.south, y);
    shape.north = Math.max(shape.north, y);
  }
  return shape;
}

const square = (x: number, y: number) => Math.floor(y) * 400 + Math.floor(x);

function bordersOf(shapes: readonly Shape[]): Map<number, number[]> {
  const borders = new Map<number, number[]>();
  shapes.forEach(({ rings }, shape) => {
    for (const ring of rings)
      for (let at = 2; at < ring.length; at += 2) {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[at - 2], ring[at - 1], ring[at], ring[at + 1]];
        for (let x = Math.floor(Math.min(x1, x2)); x <= Math.max(x1, x2); x++)
          for (let y = Math.floor(Math.min(y1, y2)); y <= Math.max(y1, y2); y++) {
            const held = borders.get(square(x, y));
            if (held) held.push(x1, y1, x2, y2, shape);
            else borders.set(square(x, y), [x1, y1, x2, y2, shape]);
          }
      }
  });
  return borders;
}

/** Kilometres by which a coast or a border may be off at the scale of the atlas. */
const blur = 8;
const kilometres = 111.2;

/** The countries that a point can lie in (ISO 3166-1 alpha-2): near a border several, in the open sea none. */
export const countriesAt = (point: Point): ReadonlySet<string> => countriesWithin(point, blur);

/** Whether the atlas draws a country. */
export const isDrawn = (country: string): boolean => outlines().countries.has(country);

/** Whether a point is inside the outline of one of some countries. */
export function isInsideOf({ latitude: y, longitude: x }: Point, countries: ReadonlySet<string>): boolean {
  return outlines().shapes.some((shape) => countries.has(shape.country) && isInside(shape, x, y));
}

/** The countries that a point lies in or is at most so many kilometres from. */
export function countriesWithin({ latitude: y, longitude: x }: Point, reach: number): ReadonlySet<string> {
  const { shapes, borders } = outlines();
  const found = new Set<string>();
  for (const shape of shapes) if (isInside(shape, x, y)) found.add(shape.country);
  const across = Math.max(0.1, Math.cos((y * Math.PI) / 180));
  const [high, wide] = [reach / kilometres, reach / (kilometres * across)];
  for (let column = Math.floor(x - wide); column <= x + wide; column++)
    for (let row = Math.floor(y - high); row <= y + high; row++) {
      const pieces = borders.get(square(column, row)) ?? [];
      for (let at = 0; at < pieces.length; at += 5) {
        const country = shapes[pieces[at + 4] ?? -1]?.country;
        if (country !== undefined && !found.has(country) && distance(pieces, at, { x, y, across }) * kilometres <= reach)
          found.add(country);
      }
    }
  return found;
}

function isInside({ rings, west, east, south, north }: Shape, x: number, y: number): boolean {
  if (x < west || x > east || y < south || y > north) return false;
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[at], ring[at + 1], ring[before], ring[before + 1]];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/** Degrees of latitude from a point to a piece of a border, on a plane that is true near the point. */
function distance(pieces: readonly number[], at: number, { x, y, across }: { x: number; y: number; across: number }): number {
  const [ax, ay] = [((pieces[at] ?? 0) - x) * across, (pieces[at + 1] ?? 0) - y];
  const [dx, dy] = [((pieces[at + 2] ?? 0) - x) * across - ax, (pieces[at + 3] ?? 0) - y - ay];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + part * dx, ay + part * dy);
}
