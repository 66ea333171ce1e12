import centroids from './centroids-2026-12.json';
import { countriesAt, countriesWithin, isDrawn, isInsideOf, type Point } from './country-at.server';
import { isClaimedBy } from './disputed-areas';
import type { PointDoubt } from './point-doubt';

/** How far from its country's outline a site may be, in kilometres: small islands and harbours are not drawn. */
const reach = 20;
/** Degrees: what a rounding to three decimals leaves. */
const precision = 0.0006;

/** Countries and territories that lists write for one another. */
const families: readonly (readonly string[])[] = [
  ['CN', 'HK', 'MO'],
  ['US', 'PR', 'GU', 'VI', 'AS', 'MP'],
  ['GB', 'IM', 'JE', 'GG'],
  ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'NC', 'PF', 'BL', 'MF', 'PM', 'WF'],
  ['NL', 'AW', 'CW', 'SX', 'BQ'],
  ['DK', 'GL', 'FO'],
  ['FI', 'AX'],
  ['IL', 'PS'],
  ['MA', 'EH'],
  ['RS', 'XK'],
];
const familyOf = new Map<string, ReadonlySet<string>>();
for (const family of families) for (const country of family) familyOf.set(country, new Set(family));

function isInCountry(point: Point, country: string): boolean | null {
  const isNear = (countries: ReadonlySet<string>) =>
    isInsideOf(point, countries) || [...countriesWithin(point, reach)].some((near) => countries.has(near));
  if (isClaimedBy(point, country, (drawn) => isNear(new Set([drawn])))) return true;
  const family = familyOf.get(country) ?? new Set([country]);
  if (![...family].some(isDrawn)) return null;
  return isNear(family);
}

const points = [...Object.values(centroids.countries), ...Object.values(centroids.subdivisions)];
const isCentroid = ({ latitude, longitude }: Point) =>
  points.some(([lat = 0, lng = 0]) => Math.abs(lat - latitude) < precision && Math.abs(lng - longitude) < precision);

/** What makes a point doubtful by itself, with the country that it lies in where that is certain; null where nothing does. Without a country only sea and centroids are seen. */
export function judgePoint(point: Point, country: string | null): { doubt: PointDoubt; liesIn: string | null } | null {
  const doubtful = (doubt: PointDoubt) => {
    const [only, ...others] = countriesAt(point);
    return { doubt, liesIn: others.length === 0 ? (only ?? null) : null };
  };
  if (isCentroid(point)) return doubtful('centroid');
  const isInside = country === null ? null : isInCountry(point, country);
  if (isInside === true || (country !== null && isInside === null)) return null;
  if (isInside === false) {
    const turned = { latitude: point.longitude, longitude: point.latitude };
    if (Math.abs(turned.latitude) <= 90 && country !== null && isInCountry(turned, country)) return doubtful('swapped');
  }
  if (countriesWithin(point, reach).size === 0) return doubtful('sea');
  return isInside === false ? doubtful('outside-country') : null;
}
