import { type CountryShape, countryShapes, isNear, isWithin, kmBetween, type Place } from './country-shapes.server';
import type { Doubt } from './doubts';

/** A place of a site. `country` as recorded; `owner` identifies the supplier. */
export type SitePlace = Place & { country: string | null; owner: string };

/** The outlines are generalised: a place this close to a border or a coast may lie on either side. */
const tolerance = 20;
/** A place this close to the middle of its country was probably given for the country, not for the site. */
const atCentre = 5;
/** In a country smaller than this (square kilometres), the middle says nothing. */
const leastSize = 25_000;
/** So many suppliers at exactly the same coordinates are remarked. */
const mostAtOnePlace = 3;

/**
 * Areas where an outline does not decide to which country a place belongs: [west, south, east, north] and the countries that are all accepted there.
 * This takes no position on any territory.
 */
const undecided: readonly { area: readonly [number, number, number, number]; countries: readonly string[] }[] = [
  { area: [-180, -90, 180, 90], countries: ['CN', 'HK', 'MO', 'TW'] },
  { area: [-180, -90, 180, 90], countries: ['RS', 'XK'] },
  { area: [-180, -90, 180, 90], countries: ['MA', 'EH'] },
  { area: [-180, -90, 180, 90], countries: ['IL', 'PS'] },
  { area: [32.2, 44.2, 36.8, 46.4], countries: ['RU', 'UA'] },
  { area: [72.4, 32.2, 80.5, 37.2], countries: ['CN', 'IN', 'PK'] },
  { area: [35.5, 32.6, 36.1, 33.5], countries: ['IL', 'SY'] },
  { area: [32.2, 34.5, 34.7, 35.8], countries: ['CY', 'TR'] },
  { area: [42.6, 7.9, 49.1, 11.7], countries: ['SO'] },
];

/** What is doubtful about each place, or null; the first reason that applies. Time grows with the places and the length of their countries' outlines. */
export function findDoubts(places: readonly SitePlace[]): (Doubt | null)[] {
  const shapes = countryShapes();
  const owners = new Map<string, Set<string>>();
  for (const place of places) {
    const key = placeKey(place);
    owners.set(key, (owners.get(key) ?? new Set()).add(place.owner));
  }
  return places.map((place) => {
    const shape = place.country === null ? undefined : shapes.get(place.country);
    const misplaced = shape ? misplacement(place, shape, shapes) : null;
    if (misplaced) return misplaced;
    if (shape && shape.size >= leastSize && kmBetween(place, shape.centre) < atCentre) return 'centre';
    if (Number.isInteger(place.longitude) && Number.isInteger(place.latitude)) return 'rounded';
    return (owners.get(placeKey(place))?.size ?? 0) >= mostAtOnePlace ? 'shared' : null;
  });
}

/** Coordinates to about a metre: sites with the same key are at one place. */
const placeKey = ({ longitude, latitude }: Place) => `${longitude.toFixed(5)} ${latitude.toFixed(5)}`;

function misplacement(place: SitePlace, shape: CountryShape, shapes: ReadonlyMap<string, CountryShape>): Doubt | null {
  if (isWithin(shape, place) || isNear(shape, place, tolerance) || isUndecided(place, shapes)) return null;
  if (Math.abs(place.longitude) <= 90 && isWithin(shape, { longitude: place.latitude, latitude: place.longitude })) return 'swapped';
  return [...shapes.values()].some((other) => isWithin(other, place)) ? 'outside' : 'sea';
}

function isUndecided(place: SitePlace, shapes: ReadonlyMap<string, CountryShape>): boolean {
  const { longitude, latitude, country } = place;
  return undecided.some(({ area: [west, south, east, north], countries }) => {
    if (country === null || !countries.includes(country)) return false;
    if (longitude < west || longitude > east || latitude < south || latitude > north) return false;
    if (west > -180) return true;
    return countries.some((other) => {
      const shape = shapes.get(other);
      return shape !== undefined && (isWithin(shape, place) || isNear(shape, place, tolerance));
    });
  });
}
