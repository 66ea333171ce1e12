import { type Band, bands } from '#scoring';
import type { LocatedSupplier } from './read-located.server';

/** Suppliers near one place; doubtful if the coordinates of one of their sites there are. */
export type Dot = { longitude: number; latitude: number; country: null; suppliers: number; worst: Band | null; isDoubtful: boolean };
export type Unplaced = { country: string; suppliers: number; worst: Band | null };

const mostDots = 4_000;
const worstOf = (suppliers: readonly LocatedSupplier[]) =>
  [...bands].reverse().find((band) => suppliers.some((supplier) => supplier.band === band)) ?? null;

/** Suppliers by the places of their sites, gathered to `step` degrees, so that the number of dots does not grow with the sites; the 4,000 largest. */
export function gatherDots(suppliers: readonly LocatedSupplier[], step: number): Dot[] {
  const cells = new Map<
    string,
    { sites: number; longitude: number; latitude: number; suppliers: Set<LocatedSupplier>; isDoubtful: boolean }
  >();
  for (const supplier of suppliers)
    for (const { longitude, latitude, doubt } of supplier.sites) {
      const key = `${Math.round(latitude / step)} ${Math.round(longitude / step)}`;
      const cell = cells.get(key) ?? { sites: 0, longitude: 0, latitude: 0, suppliers: new Set(), isDoubtful: false };
      cell.sites += 1;
      cell.longitude += longitude;
      cell.latitude += latitude;
      cell.suppliers.add(supplier);
      cell.isDoubtful ||= doubt !== null;
      cells.set(key, cell);
    }
  return [...cells.values()]
    .map(({ sites, longitude, latitude, suppliers: near, isDoubtful }) => ({
      longitude: longitude / sites,
      latitude: latitude / sites,
      country: null,
      suppliers: near.size,
      worst: worstOf([...near]),
      isDoubtful,
    }))
    .sort((a, b) => b.suppliers - a.suppliers || a.longitude - b.longitude || a.latitude - b.latitude)
    .slice(0, mostDots);
}

/** Suppliers none of whose sites has coordinates, by country. */
export function gatherUnplaced(suppliers: readonly LocatedSupplier[]): Unplaced[] {
  const byCountry = new Map<string, LocatedSupplier[]>();
  for (const supplier of suppliers) {
    if (supplier.country === null || supplier.sites.length > 0) continue;
    const others = byCountry.get(supplier.country);
    if (others) others.push(supplier);
    else byCountry.set(supplier.country, [supplier]);
  }
  return [...byCountry].map(([country, own]) => ({ country, suppliers: own.length, worst: worstOf(own) }));
}
