import { type Draws, endsOf } from './draws.ts';
import type { Numbers } from './parameters.ts';

/** Where a party stands in its list, 1 the riskiest: the 90 % range of its place, and how likely it is among the riskiest tenth. */
export type Place = { best: number; worst: number; inRiskiestTenth: number };

/** Values to four decimals beside the number of the party, in one exact number, so that a plain sort of numbers puts the parties in order. */
const scale = 10_000;
const offset = 1_000;
const parties = 2 ** 21;

/**
 * The place of every party of a list in each draw, by sorting each draw once: what a pair shares is the same in a draw and cancels.
 * @throws RangeError beyond 2,097,152 parties
 */
export function placesOf(draws: Draws, numbers: Numbers): Place[] {
  const { count, values } = draws;
  const size = draws.parties.length;
  if (size > parties) throw new RangeError(`${size} parties are more than can be placed together`);
  const places = new Uint32Array(size * count);
  const keys = new Float64Array(size);
  const tenth = Math.max(1, Math.ceil(size / 10));
  const top = new Uint32Array(size);
  for (let draw = 0; draw < count; draw += 1) {
    for (let at = 0; at < size; at += 1) keys[at] = Math.round(((values[at * count + draw] ?? 0) + offset) * scale) * parties + at;
    keys.sort();
    for (let place = 1; place <= size; place += 1) {
      const at = (keys[size - place] ?? 0) % parties;
      places[at * count + draw] = place;
      if (place <= tenth) top[at] = (top[at] ?? 0) + 1;
    }
  }
  return Array.from({ length: size }, (_, at) => {
    const { low, high } = endsOf(places.subarray(at * count, (at + 1) * count), numbers['R8.draws']);
    return { best: low, worst: high, inRiskiestTenth: (top[at] ?? 0) / count };
  });
}

/**
 * The share of all pairs of a list that are told apart: one is above the other with at least that probability. Pairs are sampled evenly where there are more
 * than `most`.
 */
export function shareToldApart(draws: Draws, { atLeast = 0.9, most = 100_000 } = {}): number {
  const size = draws.parties.length;
  const pairs = (size * (size - 1)) / 2;
  if (pairs === 0) return 0;
  const step = Math.max(1, Math.floor(pairs / most));
  let told = 0;
  let tried = 0;
  let number = 0;
  for (let one = 0; one < size; one += 1)
    for (let other = one + 1; other < size; other += 1) {
      if (number++ % step !== 0) continue;
      tried += 1;
      let above = 0;
      for (let draw = 0; draw < draws.count; draw += 1)
        if ((draws.values[one * draws.count + draw] ?? 0) > (draws.values[other * draws.count + draw] ?? 0)) above += 1;
      const share = above / draws.count;
      if (share >= atLeast || share <= 1 - atLeast) told += 1;
    }
  return told / tried;
}
