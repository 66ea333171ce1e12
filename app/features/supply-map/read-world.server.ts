import type { Band } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { type CountryPlaces, readDots, readPlaces } from './read-places.server';
import { worldPaths, worldSize } from './world-paths.server';

export type WorldCountry = CountryPlaces & { country: string; outline: string | null; centre: readonly [number, number] | null };
export type WorldDrawing = {
  width: number;
  height: number;
  land: string;
  borders: string;
  countries: WorldCountry[];
  dots: { x: number; y: number; r: number; worst: Band | null; sites: number }[];
  /** Suppliers without a country. */
  nowhere: CountryPlaces | null;
};

/** The world with what an organization knows in it. Two queries; outlines are kept between requests. */
export async function readWorld(db: TenantDb): Promise<WorldDrawing> {
  const places = await readPlaces(db);
  const dots = await readDots(db);
  const { land, borders, outlines, centres, place } = worldPaths();
  return {
    ...worldSize,
    land,
    borders,
    countries: places.flatMap((row) =>
      row.country === null
        ? []
        : [{ ...row, country: row.country, outline: outlines.get(row.country) ?? null, centre: centres.get(row.country) ?? null }],
    ),
    dots: dots.flatMap((dot) => {
      const point = place(dot);
      return point
        ? [
            {
              x: point[0],
              y: point[1],
              r: Math.round((1.6 + Math.min(5, Math.log2(dot.sites))) * 10) / 10,
              worst: dot.worst,
              sites: dot.sites,
            },
          ]
        : [];
    }),
    nowhere: places.find((row) => row.country === null) ?? null,
  };
}
