import { type Draws, endsOf, probabilityAbove } from './draws.ts';
import type { Numbers } from './parameters.ts';

/** The rank of a party in its list, 1 the riskiest: its 90 % range, and the probability of being in the riskiest tenth. */
export type Place = { best: number; worst: number; inRiskiestTenth: number };

/** Values are compared to four decimals, as whole numbers of two digits in base 8192: from -1,000 to 5,710 points. */
const scale = 10_000;
const offset = 1_000;
const digit = 2 ** 13;
const mostKey = digit ** 2 - 1;
const mostParties = 2 ** 21;

/** Draws that are placed side by side: of a party they lie in one line of memory, and each of millions of far reads costs more than the sorting. */
const sideBySide = 16;

/**
 * The place of every party of a list in each draw, by sorting each draw once: what a pair shares is the same in a draw and cancels. Of parties equal to four
 * decimals the later one ranks higher.
 * @throws RangeError beyond 2,097,152 parties
 */
export function placesOf(draws: Draws, numbers: Numbers): Place[] {
  const { count, values } = draws;
  const size = draws.parties.length;
  if (size > mostParties) throw new RangeError(`${size} parties are more than can be placed together`);
  const places = new Uint32Array(size * count);
  const keys = new Uint32Array(size * sideBySide);
  const order = sorterOf(size);
  const tenth = Math.max(1, Math.ceil(size / 10));
  const top = new Uint32Array(size);
  for (let first = 0; first < count; first += sideBySide) {
    const some = Math.min(sideBySide, count - first);
    for (let at = 0; at < size; at += 1)
      for (let each = 0; each < some; each += 1) keys[each * size + at] = keyOf(values[at * count + first + each] ?? 0);
    for (let each = 0; each < some; each += 1) {
      const column = keys.subarray(each * size, (each + 1) * size);
      const ordered = order(column);
      for (let place = 1; place <= size; place += 1) column[ordered[size - place] ?? 0] = place;
    }
    for (let at = 0; at < size; at += 1)
      for (let each = 0; each < some; each += 1) {
        const place = keys[each * size + at] ?? 0;
        places[at * count + first + each] = place;
        if (place <= tenth) top[at] = (top[at] ?? 0) + 1;
      }
  }
  return Array.from({ length: size }, (_, at) => {
    const { low, high } = endsOf(places.subarray(at * count, (at + 1) * count), numbers['R8.draws']);
    return { best: low, worst: high, inRiskiestTenth: (top[at] ?? 0) / count };
  });
}

const keyOf = (value: number): number => Math.max(0, Math.min(mostKey, Math.round((value + offset) * scale)));

/** Sorts so many keys, equal ones as they come, by their lower digit and then by their higher one: the numbers of the parties, the lowest key first. */
function sorterOf(size: number): (keys: Uint32Array) => Uint32Array {
  const [once, twice] = [new Uint32Array(size), new Uint32Array(size)];
  const [lower, higher] = [new Uint32Array(digit + 1), new Uint32Array(digit + 1)];
  return (keys) => {
    lower.fill(0);
    higher.fill(0);
    for (let at = 0; at < size; at += 1) {
      const key = keys[at] ?? 0;
      const [low, high] = [(key % digit) + 1, Math.floor(key / digit) + 1];
      lower[low] = (lower[low] ?? 0) + 1;
      higher[high] = (higher[high] ?? 0) + 1;
    }
    for (let each = 1; each <= digit; each += 1) {
      lower[each] = (lower[each] ?? 0) + (lower[each - 1] ?? 0);
      higher[each] = (higher[each] ?? 0) + (higher[each - 1] ?? 0);
    }
    for (let at = 0; at < size; at += 1) {
      const low = (keys[at] ?? 0) % digit;
      const to = lower[low] ?? 0;
      lower[low] = to + 1;
      once[to] = at;
    }
    for (let each = 0; each < size; each += 1) {
      const at = once[each] ?? 0;
      const high = Math.floor((keys[at] ?? 0) / digit);
      const to = higher[high] ?? 0;
      higher[high] = to + 1;
      twice[to] = at;
    }
    return twice;
  };
}

/**
 * The share of all pairs of a list that are distinguished: one ranks above the other with at least that probability. Pairs are sampled evenly where there are more
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
      const share = probabilityAbove(draws, one, other);
      if (share >= atLeast || share <= 1 - atLeast) told += 1;
    }
  return told / tried;
}
