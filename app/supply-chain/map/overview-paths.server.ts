import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { codeOf, largestPart, placeWith, readAtlas, type World } from './world-paths.server';

/** Size of the overview in its own units. */
export const overviewSize = { width: 900, height: 356 };
let overview: Pick<World, 'land' | 'outlines' | 'centres' | 'place'> | undefined;

/** The inhabited world, cut off in the far north and south, in coarse outlines of whole units: small enough for a first page. Projected once and kept. */
export function overviewPaths(): Pick<World, 'land' | 'outlines' | 'centres' | 'place'> {
  overview ??= projectOverview();
  return overview;
}

function projectOverview() {
  const { width, height } = overviewSize;
  const coarse = readAtlas('countries-110m.json');
  const fine = readAtlas('countries-50m.json');
  const countries = feature(coarse, coarse.objects.countries).features.filter((country) => country.id !== '010');
  const projection = geoNaturalEarth1().fitWidth(width, {
    type: 'MultiPoint',
    coordinates: [
      [-128, 10],
      [165, 10],
    ],
  });
  const [, top] = projection([20, 64]) ?? [0, 0];
  const [x, y] = projection.translate();
  projection.translate([x, y - top]).clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(0);
  const outlines = new Map<string, string>();
  const centres = new Map<string, readonly [number, number]>();
  for (const country of [...feature(fine, fine.objects.countries).features, ...countries]) {
    const code = codeOf(country);
    const centre = path.centroid(largestPart(country));
    if (code && Number.isFinite(centre[0])) centres.set(code, [Math.round(centre[0]), Math.round(centre[1])]);
  }
  for (const country of countries) {
    const code = codeOf(country);
    const outline = compact(path(country) ?? '');
    if (code && outline) outlines.set(code, outline);
  }
  return {
    land: compact(path({ type: 'FeatureCollection', features: countries }) ?? ''),
    outlines,
    centres,
    place: placeWith(projection, overviewSize),
  };
}

/** A path of whole units by steps, without points that fall together and areas that vanish: a third of its length. */
function compact(d: string): string {
  return d
    .split('M')
    .map((ring) => {
      const points = [...ring.matchAll(/(-?\d+),(-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
      const kept = points.filter(([x, y], at) => at === 0 || x !== points[at - 1]?.[0] || y !== points[at - 1]?.[1]);
      const [first] = kept;
      if (!first || kept.length < 3) return '';
      const steps = kept.slice(1).map(([x, y], at) => `${x - (kept[at]?.[0] ?? 0)} ${y - (kept[at]?.[1] ?? 0)}`);
      return `M${first.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
    })
    .join('');
}
