import { type Drawable, drawList } from './draws.ts';
import type { Numbers } from './parameters.ts';
import { type Place, placesOf } from './ranks.ts';

/** Draws times parties that are held at once: 160 MB. Of longer lists fewer draws are made, never fewer than a hundred. */
const mostValues = 40_000_000;
const leastDraws = 100;

/** How many draws a list of so many parties has, of those that the method names. */
export const drawsFor = (parties: number, released: number): number =>
  Math.max(leastDraws, Math.min(released, Math.floor(mostValues / Math.max(1, parties))));

/**
 * Draws a list together and answers the place of each party, in the order given. Beyond 40,000 parties there are fewer draws than the method names.
 * @throws RangeError beyond 2,097,152 parties
 */
export function placeList(parties: readonly Drawable[], numbers: Numbers): Place[] {
  const released = numbers['R8.draws'];
  const count = drawsFor(parties.length, released.count);
  return placesOf(drawList(parties, { ...numbers, 'R8.draws': { ...released, count } }), numbers);
}
