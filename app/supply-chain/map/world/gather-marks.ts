import { bands } from '#scoring';
import { type PointDoubt, pointDoubts } from '~/suppliers/sites/points/point-doubt';
import type { Places } from './pack-places';
import { type Box, toPlane } from './world-camera';

/** Sites that are drawn as one mark. */
export type Mark = {
  x: number;
  y: number;
  box: Box;
  /** Places of sites in the columns, those of the supplier with the highest score first. */
  sites: number[];
  /** How many suppliers they belong to. */
  suppliers: number;
  /** Place of the highest band among them in the rising order, -1 if none is scored. */
  worst: number;
  /** How many suppliers are in the two highest bands. */
  atRisk: number;
  doubtful: number;
};
/** Suppliers without coordinates, counted for their country; (x, y) is its middle and no place of theirs. */
export type AreaCount = { code: string; x: number; y: number; suppliers: number[]; worst: number };

const firstAtRisk = bands.indexOf('high');
/** Pixels between the middles of marks that are gathered. */
const apart = 46;
/** From this zoom on every coordinate is a mark of its own. */
export const everyPlaceFrom = 8;

/** The sites as marks for each level of zoom, gathered when first asked for. Treat what it returns as read-only. */
export function markLevels(places: Places): (zoom: number) => readonly Mark[] {
  const spots = gatherSpots(places);
  const levels = new Map<number, readonly Mark[]>();
  return (zoom) => {
    const level = Math.min(everyPlaceFrom, Math.max(0, Math.floor(zoom)));
    const known = levels.get(level);
    if (known) return known;
    const marks = level === everyPlaceFrom ? spots : gather(spots, { within: apart / (256 * 2 ** level), places });
    levels.set(level, marks);
    return marks;
  };
}

/** A mark for each coordinate: sites that share it cannot be drawn apart. */
function gatherSpots(places: Places): Mark[] {
  const byPlace = new Map<string, number[]>();
  places.suppliers.forEach((_, site) => {
    const key = `${places.longitudes[site]} ${places.latitudes[site]}`;
    const others = byPlace.get(key);
    if (others) others.push(site);
    else byPlace.set(key, [site]);
  });
  return [...byPlace.values()].map((sites) => {
    const [first = 0] = sites;
    const { x, y } = toPlane(places.longitudes[first] ?? 0, places.latitudes[first] ?? 0);
    return markOf(places, { sites, x, y, box: { west: x, east: x, north: y, south: y } });
  });
}

/**
 * Gathers marks that lie closer than `within` to the first of a group: a mark with the highest score attracts those around it. Deterministic;
 * time grows with the marks.
 */
function gather(spots: readonly Mark[], { within, places }: { within: number; places: Places }): Mark[] {
  const groups: { first: Mark; spots: Mark[] }[] = [];
  const cells = new Map<number, typeof groups>();
  const keyOf = (column: number, row: number) => column * 100_003 + row;
  for (const spot of spots) {
    const [column, row] = [Math.floor(spot.x / within), Math.floor(spot.y / within)];
    let home: (typeof groups)[number] | undefined;
    for (let at = 0; at < 9 && !home; at += 1)
      home = cells
        .get(keyOf(column + (at % 3) - 1, row + Math.floor(at / 3) - 1))
        ?.find(({ first }) => Math.hypot(first.x - spot.x, first.y - spot.y) < within);
    if (home) {
      home.spots.push(spot);
      continue;
    }
    const made = { first: spot, spots: [spot] };
    groups.push(made);
    const cell = cells.get(keyOf(column, row));
    if (cell) cell.push(made);
    else cells.set(keyOf(column, row), [made]);
  }
  return groups.map(({ first, spots: near }) => {
    if (near.length === 1) return first;
    const sites = near.flatMap((spot) => spot.sites).sort((a, b) => a - b);
    const box = near.reduce(
      (sum, spot) => ({
        west: Math.min(sum.west, spot.x),
        east: Math.max(sum.east, spot.x),
        north: Math.min(sum.north, spot.y),
        south: Math.max(sum.south, spot.y),
      }),
      first.box,
    );
    // At the place of the first, no group is nearer to another than `within`.
    return markOf(places, { sites, x: first.x, y: first.y, box });
  });
}

function markOf(places: Places, mark: Pick<Mark, 'sites' | 'x' | 'y' | 'box'>): Mark {
  const owners = new Set(mark.sites.map((site) => places.suppliers[site] ?? -1));
  const found = [...owners].map((owner) => places.bands[owner] ?? -1);
  const worst = found.reduce((most, band) => Math.max(most, band), -1);
  const atRisk = found.filter((band) => band >= firstAtRisk).length;
  return { ...mark, suppliers: owners.size, worst, atRisk, doubtful: mark.sites.filter((site) => (places.doubts[site] ?? -1) >= 0).length };
}

/** Suppliers without any coordinates by country, most suppliers first. */
export function areaCounts(places: Places): AreaCount[] {
  const located = new Set(places.suppliers);
  const byCountry = new Map<number, number[]>();
  places.countries.forEach((country, supplier) => {
    if (country < 0 || located.has(supplier)) return;
    const others = byCountry.get(country);
    if (others) others.push(supplier);
    else byCountry.set(country, [supplier]);
  });
  return [...byCountry]
    .flatMap(([country, suppliers]) => {
      const [code, centre] = [places.codes[country], places.centres[country]];
      if (code === undefined || !centre) return [];
      const worst = Math.max(-1, ...suppliers.map((supplier) => places.bands[supplier] ?? -1));
      return [{ code, ...toPlane(centre.longitude, centre.latitude), suppliers, worst }];
    })
    .sort((a, b) => b.suppliers.length - a.suppliers.length || a.code.localeCompare(b.code));
}

/** Doubts that put a site far from where it is. */
const misplaced: readonly PointDoubt[] = ['swapped', 'sea', 'outside-country'];

/** The box around all sites that are not misplaced, and around countries with suppliers without coordinates; null where there are none. */
export function boxAround(places: Places, areas: readonly AreaCount[]): Box | null {
  const box = { west: 1, north: 1, east: 0, south: 0 };
  const widen = ({ x, y }: { x: number; y: number }) => {
    [box.west, box.east] = [Math.min(box.west, x), Math.max(box.east, x)];
    [box.north, box.south] = [Math.min(box.north, y), Math.max(box.south, y)];
  };
  for (const [site, longitude] of places.longitudes.entries()) {
    const doubt = pointDoubts[places.doubts[site] ?? -1];
    if (doubt === undefined || !misplaced.includes(doubt)) widen(toPlane(longitude, places.latitudes[site] ?? 0));
  }
  for (const area of areas) widen(area);
  return box.east < box.west ? null : box;
}
