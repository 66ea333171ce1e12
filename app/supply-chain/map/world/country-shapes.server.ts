import type { Position } from 'geojson';
import isoCountries from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import { codeOf, readAtlas } from '../world-paths.server';

/** A ring of an outline in degrees, longitude before latitude; it does not jump at the date line. */
type Ring = { points: Float64Array; west: number; south: number; east: number; north: number };
export type CountryShape = {
  rings: Ring[];
  /** The middle of the largest part. */
  centre: { longitude: number; latitude: number };
  /** Square kilometres of the largest part. */
  size: number;
};

const kmPerDegree = 111.2;
const radians = Math.PI / 180;
let shapes: ReadonlyMap<string, CountryShape> | undefined;

/** The outlines of countries (Natural Earth 1:50 million) by ISO 3166-1 alpha-2, read once; a few areas without a code have none. */
export function countryShapes(): ReadonlyMap<string, CountryShape> {
  shapes ??= readShapes();
  return shapes;
}

/** ISO 3166-1 number of a country by its alpha-2 code; empty where it has none, as Kosovo. */
export const numericOf = (code: string): string => isoCountries.alpha2ToNumeric(code) ?? '';

function readShapes(): Map<string, CountryShape> {
  const atlas = readAtlas('countries-50m.json');
  const made = new Map<string, CountryShape>();
  for (const country of feature(atlas, atlas.objects.countries).features) {
    const code = codeOf(country);
    const { geometry } = country;
    if (!code || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const outer = polygons.flatMap(([first]) => (first ? [measure(ringOf(first))] : []));
    const largest = outer.reduce((best, ring) => (ring.size > best.size ? ring : best), { size: 0, centre: { longitude: 0, latitude: 0 } });
    // Some countries are two features, of the same code: their larger part gives the centre.
    const known = made.get(code);
    const rings = [...(known?.rings ?? []), ...polygons.flat().map(ringOf)];
    made.set(code, known && known.size > largest.size ? { ...known, rings } : { rings, ...largest });
  }
  return made;
}

function ringOf(positions: readonly Position[]): Ring {
  const points = new Float64Array(2 * positions.length);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let before = positions[0]?.[0] ?? 0;
  positions.forEach(([longitude = 0, latitude = 0], at) => {
    const unwrapped = longitude + 360 * Math.round((before - longitude) / 360);
    before = unwrapped;
    points.set([unwrapped, latitude], 2 * at);
    [west, east] = [Math.min(west, unwrapped), Math.max(east, unwrapped)];
    [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
  });
  return { points, west, south, east, north };
}

function measure({ points, south, north }: Ring): Pick<CountryShape, 'centre' | 'size'> {
  let [area, x, y] = [0, 0, 0];
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = points.subarray(at, at + 4);
    const part = ax * by - bx * ay;
    area += part;
    x += (ax + bx) * part;
    y += (ay + by) * part;
  }
  const longitude = x / (3 * area);
  return {
    centre: { longitude: longitude - 360 * Math.round(longitude / 360), latitude: y / (3 * area) },
    size: (Math.abs(area) / 2) * kmPerDegree ** 2 * Math.cos(((south + north) / 2) * radians),
  };
}

export type Place = { longitude: number; latitude: number };

/** Whether a place lies within the outline of a country. */
export function isWithin({ rings }: CountryShape, { longitude, latitude }: Place): boolean {
  let isIn = false;
  for (const { points, west, south, east, north } of rings) {
    if (latitude < south || latitude > north) continue;
    for (const x of [longitude - 360, longitude, longitude + 360]) if (x >= west && x <= east && crosses(points, x, latitude)) isIn = !isIn;
  }
  return isIn;
}

/** Whether a ray to the east crosses the ring an odd number of times. */
function crosses(points: Float64Array, x: number, y: number): boolean {
  let isOdd = false;
  for (let at = 0; at + 3 < points.length; at += 2) {
    const ay = points[at + 1] ?? 0;
    const by = points[at + 3] ?? 0;
    if (ay > y === by > y) continue;
    const ax = points[at] ?? 0;
    if (x < ax + ((y - ay) / (by - ay)) * ((points[at + 2] ?? 0) - ax)) isOdd = !isOdd;
  }
  return isOdd;
}

/** Whether a place lies within so many kilometres of the outline of a country. */
export function isNear({ rings }: CountryShape, { longitude, latitude }: Place, km: number): boolean {
  const narrowing = Math.max(0.05, Math.cos(latitude * radians));
  const high = km / kmPerDegree;
  const wide = high / narrowing;
  return rings.some(({ points, west, south, east, north }) => {
    if (latitude < south - high || latitude > north + high) return false;
    return [longitude - 360, longitude, longitude + 360].some((x) => {
      if (x < west - wide || x > east + wide) return false;
      for (let at = 0; at + 3 < points.length; at += 2) {
        const [ax = 0, ay = 0, bx = 0, by = 0] = points.subarray(at, at + 4);
        if (distance([(ax - x) * narrowing, ay - latitude], [(bx - x) * narrowing, by - latitude]) <= high) return true;
      }
      return false;
    });
  });
}

/** From the origin to the line between two points. */
function distance([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const long = dx * dx + dy * dy;
  const part = long === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / long));
  return Math.hypot(ax + part * dx, ay + part * dy);
}

/** Kilometres between two places, as far as a few hundred. */
export function kmBetween(one: Place, other: Place): number {
  const east = (one.longitude - other.longitude) * Math.cos(((one.latitude + other.latitude) / 2) * radians);
  return Math.hypot(east, one.latitude - other.latitude) * kmPerDegree;
}
