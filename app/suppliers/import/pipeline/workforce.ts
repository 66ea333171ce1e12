import { type AddedUpKey, addedUpKeys } from '~/suppliers/fields/definition/import-columns';
import { definitionOf } from '~/suppliers/fields/definition/read-fields';
import type { Workforce } from './match';

/** The same of each field of a workforce. */
export const workforceOf = <Part>(read: (key: AddedUpKey) => Part): Record<AddedUpKey, Part> =>
  Object.fromEntries(addedUpKeys.map((key) => [key, read(key)])) as Record<AddedUpKey, Part>;

/**
 * What sites add up to: people in all, known only where every site's are; shares weighted by people, known only where every site's are. Of one site they are
 * its own.
 */
export function addUp(sites: readonly Workforce[]): Workforce {
  const counts = sites.flatMap(({ workers }) => workers ?? []);
  const total = counts.length === sites.length ? counts.reduce((sum, count) => sum + count, 0) : null;
  return workforceOf((field) => {
    if (field === 'workers') return total;
    if (sites.length === 1) return sites[0]?.[field] ?? null;
    const known = sites.flatMap((site) => (site[field] === null ? [] : [site[field]]));
    if (known.length !== sites.length) return null;
    if (definitionOf(field).type.name !== 'share') return known.reduce((sum, count) => sum + count, 0);
    if (total === null || total === 0) return null;
    const people = sites.reduce((sum, site) => sum + (site[field] ?? 0) * (site.workers ?? 0), 0);
    return Math.round((people / total) * 1e6) / 1e6;
  });
}
