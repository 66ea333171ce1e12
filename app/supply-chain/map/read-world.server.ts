import { type Band, bands } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { PointDoubt } from '~/suppliers/points/point-doubt';
import { ownTablesFor } from '~/risk/reference-tables/own-tables.server';
import { type CountryFigure, countryFigures } from './country-figures.server';
import { type Cluster, gatherClusters } from './gather-clusters';
import type { TiersOn } from './map-scope.server';
import type { MapState } from './map-state';
import { type Corridor, type CountryPlaces, readCorridors, readPlaces } from './read-places.server';
import { bandReached } from './band-reached';
import { methodDay } from './method-day.server';
import { gatherDots, gatherUnplaced } from './world/gather-dots';
import { type LocatedSupplier, readLocated } from './world/read-located.server';
import { worldPaths, worldSize } from './world-paths.server';

export type WorldCountry = CountryPlaces & { country: string; figure: CountryFigure | null };
/** A site whose coordinates are doubtful, with the supplier and the country that is recorded for the site. */
export type DoubtfulSite = {
  publicId: string;
  name: string;
  country: string | null;
  longitude: number;
  latitude: number;
  doubt: PointDoubt;
};
export type WorldOutline = { country: string; d: string; fill: Band | null };
export type WorldShown = {
  width: number;
  height: number;
  land: string;
  borders: string;
  /** Countries with a fill: a band, or null for hatched. */
  outlines: WorldOutline[];
  /** The same for every country whose middle is known, also those too small for an outline. */
  fills: { country: string; fill: Band | null }[];
  clusters: Cluster[];
  corridors: (Corridor & { from: readonly [number, number]; to: readonly [number, number] })[];
  /** The highest band first, those without a score last. */
  countries: WorldCountry[];
  /** Suppliers without a country. */
  nowhere: CountryPlaces | null;
  /** Of the suppliers with the highest scores, and how many there are in all. */
  doubtful: { sites: DoubtfulSite[]; total: number };
};
const mostDoubtful = 100;

/** The world, or the part of it that is asked for, with the suppliers shown. Three queries; outlines and country figures are kept between requests. */
export async function readWorld(
  db: TenantDb,
  { state, tiers, today }: { state: MapState; tiers: TiersOn | null; today: string },
): Promise<WorldShown> {
  const shown = { state, tiers };
  const places = await readPlaces(db, shown);
  const suppliers = await readLocated(db, shown);
  const corridors = await readCorridors(db, shown);
  const { land, borders, outlines, centres, place } = worldPaths(state.area);
  const day = methodDay(state.on ?? today);
  const figures = countryFigures(day, await ownTablesFor(db, day));
  const countries = places
    .flatMap((row) => (row.country === null ? [] : [{ ...row, country: row.country, figure: figures.get(row.country) ?? null }]))
    .sort((a, b) => bandPlace(b.worst) - bandPlace(a.worst) || b.suppliers - a.suppliers || a.country.localeCompare(b.country));
  const fillOf =
    state.fill === 'country'
      ? new Map([...centres.keys()].map((country) => [country, figures.get(country)?.band ?? null]))
      : new Map(countries.map(({ country, byBand }) => [country, bandReached(byBand)]));
  const located = gatherDots(suppliers, stepOf(state)).flatMap((dot) => {
    const point = place(dot);
    return point ? [{ ...dot, x: point[0], y: point[1] }] : [];
  });
  const atCentre = gatherUnplaced(suppliers).flatMap((row) => {
    const centre = centres.get(row.country);
    return centre ? [{ ...row, longitude: 0, latitude: 0, x: centre[0], y: centre[1] }] : [];
  });
  return {
    ...worldSize,
    land,
    borders,
    outlines: [...outlines].flatMap(([country, d]) => (fillOf.has(country) ? [{ country, d, fill: fillOf.get(country) ?? null }] : [])),
    fills: [...fillOf].map(([country, fill]) => ({ country, fill })),
    clusters: gatherClusters([...located, ...atCentre]),
    corridors: corridors.flatMap((corridor) => {
      const [from, to] = [centres.get(corridor.origin), centres.get(corridor.destination)];
      return from && to && corridor.origin !== corridor.destination ? [{ ...corridor, from, to }] : [];
    }),
    countries,
    nowhere: places.find((row) => row.country === null) ?? null,
    doubtful: doubtfulOf(suppliers),
  };
}

/** Where a band is in the rising order; before all if there is none. */
const bandPlace = (band: Band | null) => (band === null ? -1 : bands.indexOf(band));

function doubtfulOf(suppliers: readonly LocatedSupplier[]): WorldShown['doubtful'] {
  const sites = suppliers.flatMap(({ publicId, name, sites: own }) =>
    own.flatMap(({ doubt, ...site }) => (doubt === null ? [] : [{ publicId, name, ...site, doubt }])),
  );
  return { sites: sites.slice(0, mostDoubtful), total: sites.length };
}

/** Degrees to which sites are gathered: about two hundredths of what is shown. */
function stepOf({ area }: MapState): number {
  if (area === null) return 1;
  const wide = Math.max(area[2] - area[0], 2 * (area[3] - area[1]));
  return Math.max(0.005, Math.round((wide / 200) * 1000) / 1000);
}
