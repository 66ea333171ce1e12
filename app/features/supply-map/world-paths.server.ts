import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import isoCountries from 'i18n-iso-countries';
import { feature, mesh } from 'topojson-client';
import type { Feature, Geometry } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Size of the drawing in its own units. */
export const worldSize = { width: 960, height: 470 };

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;
type World = {
  /** All land as one path, and the borders between countries as another. */
  land: string;
  borders: string;
  /** Country (alpha-2) -> its outline; small countries have none at this scale. */
  outlines: ReadonlyMap<string, string>;
  /** Country -> where its mark stands; also for those too small for an outline. */
  centres: ReadonlyMap<string, readonly [number, number]>;
  /** Where a place lies in the drawing, or null outside it. */
  place: (place: { longitude: number; latitude: number }) => readonly [number, number] | null;
};
let world: World | undefined;

/** Outlines and centres of the world (Natural Earth through world-atlas, public domain), projected once and kept. */
export function worldPaths(): World {
  world ??= project();
  return world;
}

function project(): World {
  const coarse = readAtlas('countries-110m.json');
  const fine = readAtlas('countries-50m.json');
  const countries = feature(coarse, coarse.objects.countries).features.filter((country) => country.id !== '010');
  const projection = geoNaturalEarth1().fitExtent(
    [
      [4, 4],
      [worldSize.width - 4, worldSize.height - 4],
    ],
    { type: 'FeatureCollection', features: countries },
  );
  const path = geoPath(projection).digits(1);
  const outlines = new Map<string, string>();
  const centres = new Map<string, readonly [number, number]>();
  for (const country of [...feature(fine, fine.objects.countries).features, ...countries]) {
    const code = codeOf(country);
    // The largest part of a country, so that the mark of France does not stand in the Atlantic.
    if (code) centres.set(code, path.centroid(largestPart(country)));
  }
  for (const country of countries) {
    const code = codeOf(country);
    const outline = path(country);
    if (code && outline) outlines.set(code, outline);
  }
  const shown = {
    type: 'GeometryCollection' as const,
    geometries: coarse.objects.countries.geometries.filter((geometry) => geometry.id !== '010'),
  };
  return {
    land: path({ type: 'FeatureCollection', features: countries }) ?? '',
    borders: path(mesh(coarse, shown, (a, b) => a !== b)) ?? '',
    outlines,
    centres,
    place: ({ longitude, latitude }) => {
      const point = projection([longitude, latitude]);
      return point && Number.isFinite(point[0]) ? [Math.round(point[0] * 10) / 10, Math.round(point[1] * 10) / 10] : null;
    },
  };
}

function readAtlas(file: string): Atlas {
  return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/${file}`), 'utf8'));
}

type Country = Feature<Geometry, { name: string }>;

/** ISO numeric ids as alpha-2; Kosovo has none there and is known by its name. */
function codeOf(country: Country): string | undefined {
  if (country.id !== undefined) return isoCountries.numericToAlpha2(String(country.id)) ?? undefined;
  return country.properties.name === 'Kosovo' ? 'XK' : undefined;
}

function largestPart(country: Country): Country {
  if (country.geometry.type !== 'MultiPolygon') return country;
  const parts = country.geometry.coordinates.map((coordinates): Country => ({ ...country, geometry: { type: 'Polygon', coordinates } }));
  const size = geoPath();
  return parts.reduce((best, part) => (size.area(part) > size.area(best) ? part : best), parts[0] ?? country);
}
