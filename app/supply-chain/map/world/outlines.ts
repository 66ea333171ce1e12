import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import farAtlas from 'world-atlas/countries-110m.json?url';
import nearAtlas from 'world-atlas/countries-50m.json?url';
import type { Places } from './pack-places';
import type { Box } from './world-camera';

/** The outline of a country in the plane of the camera. `code` is empty for the few areas that have none. */
export type Outline = { code: string; path: Path2D; box: Box };
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** From this zoom on the finer outlines are drawn. */
export const nearFrom = 3.4;
const files = { far: farAtlas, near: nearAtlas };
const antarctica = '010';

/** Fetches outlines (Natural Earth through world-atlas, public domain) from our own server and projects them. */
export async function fetchOutlines(
  which: keyof typeof files,
  { codes, numerics }: Pick<Places, 'codes' | 'numerics'>,
): Promise<Outline[]> {
  const response = await fetch(files[which]);
  if (!response.ok) throw new Error(String(response.status));
  const atlas: Atlas = await response.json();
  const codeOf = new Map(codes.map((code, at) => [numerics[at], code]));
  // Borders along a parallel are straight lines in this projection: nothing is added between their ends.
  const projection = geoMercator()
    .scale(1 / (2 * Math.PI))
    .translate([0.5, 0.5])
    .precision(0);
  return feature(atlas, atlas.objects.countries).features.flatMap((country) => {
    if (country.id === antarctica) return [];
    const path = new Path2D();
    // Areas are written without beginning a path of their own.
    geoPath(projection, Object.assign(path, { beginPath: () => undefined }))(country);
    const [[west, north], [east, south]] = geoPath(projection).bounds(country);
    // Kosovo has no number.
    const code = country.id === undefined ? (country.properties.name === 'Kosovo' ? 'XK' : '') : (codeOf.get(String(country.id)) ?? '');
    return [{ code, path, box: { west, north, east, south } }];
  });
}
