import type { Projection } from '~/suppliers/facts/project-facts';

/**
 * What is known of a place with the shares that follow from its heads, where no share is said itself: migrants by origin and agency workers, of all workers.
 * A group that is only a word gives no share, since it is too small to be known.
 */
export function withCounts(known: Projection): Projection {
  const { workers, migrantsByOrigin, agencyWorkers } = known;
  if (!workers || workers.value === 0) return known;
  const made: Projection = { ...known };
  const migrants = migrantsByOrigin ? sumOf(Object.values(migrantsByOrigin.value)) : null;
  if (!known.migrantShare && migrantsByOrigin && migrants !== null)
    made.migrantShare = { ...migrantsByOrigin, value: Math.min(1, migrants / workers.value) };
  if (!known.agencyShare && agencyWorkers && typeof agencyWorkers.value === 'number')
    made.agencyShare = { ...agencyWorkers, value: Math.min(1, agencyWorkers.value / workers.value) };
  return made;
}

function sumOf(counts: readonly (number | string)[]): number | null {
  let sum = 0;
  for (const count of counts) {
    if (typeof count !== 'number') return null;
    sum += count;
  }
  return sum;
}
