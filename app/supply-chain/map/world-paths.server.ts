import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import isoCountries from 'i18n-iso-countries';
import { feature, mesh } from 'topojson-client';
import type { Feature, Geometry } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Area } from './map-state';

/** Size of the drawing in its own units. */
export const worldSize = { width: 960, height: 470 };

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;
export type World = {
  /** All land as one path, and the borders between countries as another. */
  land: string;
  borders: string;
  /** Country (alpha-2) -> its outline; small countries have none at this scale. */
  outlines: ReadonlyMap<string, string>;
  /** Country -> position of its mark; also for those too small for an outline. */
  centres: ReadonlyMap<string, readonly [number, number]>;
  /** Where a place lies in the drawing, or null outside it. */
  place: (place: { longitude: number; latitude: number }) => readonly [number, number] | null;
};
let world: World | undefined;
const areas = new Map<string, World>();
const mostAreas = 12;

/**
 * Outlines and centres of the world, or of a part of it in finer outlines (Natural Earth through world-atlas, public domain), projected once and
 * kept; of parts, the last few.
 */
export function worldPaths(area: Area | null = null): World {
  if (area === null) {
    world ??= project(null);
    return world;
  }
  const key = area.join();
  const known = areas.get(key) ?? project(area);
  if (!areas.has(key) && areas.size >= mostAreas) areas.delete(areas.keys().next().value ?? '');
  areas.set(key, known);
  return known;
}

type Projection = (point: [number, number]) => [number, number] | null;

/** Where a place lies in a drawing of a size, to a tenth of a unit; null outside it. */
export function placeWith(projection: Projection, { width, height }: { width: number; height: number }): World['place'] {
  return ({ longitude, latitude }) => {
    const point = projection([longitude, latitude]);
    const isWithin = point && point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height;
    return point && isWithin ? [Math.round(point[0] * 10) / 10, Math.round(point[1] * 10) / 10] : null;
  };
}

function project(area: Area | null): World {
  const coarse = readAtlas('countries-110m.json');
  const fine = readAtlas('countries-50m.json');
  const drawn = area === null ? coarse : fine;
  const countries = feature(drawn, drawn.objects.countries).features.filter((country) => country.id !== '010');
  const projection = geoNaturalEarth1().fitExtent(
    [
      [4, 4],
      [worldSize.width - 4, worldSize.height - 4],
    ],
    area === null ? { type: 'FeatureCollection', features: countries } : { type: 'MultiPoint', coordinates: edgeOf(area) },
  );
  if (area !== null)
    projection.clipExtent([
      [0, 0],
      [worldSize.width, worldSize.height],
    ]);
  const path = geoPath(projection).digits(1);
  const outlines = new Map<string, string>();
  const centres = new Map<string, readonly [number, number]>();
  const marked = area === null ? [...feature(fine, fine.objects.countries).features, ...countries] : countries;
  for (const country of marked) {
    const code = codeOf(country);
    // The largest part of a country, so that the mark of France is not in the Atlantic.
    const centre = path.centroid(largestPart(country));
    if (code && Number.isFinite(centre[0])) centres.set(code, centre);
  }
  for (const country of countries) {
    const code = codeOf(country);
    const outline = path(country);
    if (code && outline) outlines.set(code, outline);
  }
  const shown = {
    type: 'GeometryCollection' as const,
    geometries: drawn.objects.countries.geometries.filter((geometry) => geometry.id !== '010'),
  };
  return {
    land: path({ type: 'FeatureCollection', features: countries }) ?? '',
    borders: path(mesh(drawn, shown, (a, b) => a !== b)) ?? '',
    outlines,
    centres,
    place: placeWith(projection, worldSize),
  };
}

/** Points along the edges of an area: a projection bows them. */
function edgeOf([west, south, east, north]: Area): [number, number][] {
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const along = (from: number, to: number, part: number) => from + (to - from) * part;
  return steps.flatMap((part): [number, number][] => [
    [along(west, east, part), south],
    [along(west, east, part), north],
    [west, along(south, north, part)],
    [east, along(south, north, part)],
  ]);
}

export function readAtlas(file: string): Atlas {
  return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/${file}`), 'utf8'));
}

type Country = Feature<Geometry, { name: string }>;

/** ISO numeric ids as alpha-2; Kosovo has none there and is known by its name. */
export function codeOf(country: Country): string | undefined {
  if (country.id !== undefined) return isoCountries.numericToAlpha2(String(country.id)) ?? undefined;
  return country.properties.name === 'Kosovo' ? 'XK' : undefined;
}

export function largestPart(country: Country): Country {
  if (country.geometry.type !== 'MultiPolygon') return country;
  const parts = country.geometry.coordinates.map((coordinates): Country => ({ ...country, geometry: { type: 'Polygon', coordinates } }));
  const size = geoPath();
  return parts.reduce((best, part) => (size.area(part) > size.area(best) ? part : best), parts[0] ?? country);
}
