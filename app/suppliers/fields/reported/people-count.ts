import type { FactValue } from './fact-value';

/** Counts of people below this are not shown, so that no person can be identified. */
export const smallestShownCount = 5;

/** A count as it may be shown: 0 and 5 or more as they are, 1 to 4 as `few`. */
export function showPeople(count: number): FactValue {
  return count > 0 && count < smallestShownCount ? { kind: 'few' } : { kind: 'people', count };
}

/** A share of a headcount as it may be shown. Where it, or what it leaves, would be fewer than five people, only that is said. */
export function showShare(share: number, workers: number | undefined): FactValue {
  if (workers === undefined) return { kind: 'share', share };
  const people = Math.round(share * workers);
  if (people > 0 && people < smallestShownCount) return { kind: 'few' };
  const others = workers - people;
  if (others > 0 && others < smallestShownCount && people > 0) return { kind: 'nearly-all' };
  return { kind: 'share', share };
}
