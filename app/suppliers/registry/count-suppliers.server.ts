import type { TenantDb } from '~/access/tenant-db.server';
import type { CountedView } from './count-views.server';
import type { SupplierView } from './list-state';
import { countWhere, readTally } from './read-tally.server';

/** How many suppliers each view has that the tally counts, without filters, and the countries and divisions of ISIC that occur; archived ones that are part of another since are in none. One query. */
export async function countSuppliers(
  db: TenantDb,
): Promise<{ counts: Record<Exclude<SupplierView, CountedView>, number>; countries: string[]; divisions: string[] }> {
  const { standings, countries, divisions, archived } = await readTally(db);
  return {
    counts: {
      all: countWhere(standings, () => true),
      'at-risk': countWhere(standings, ({ band }) => band === 'high' || band === 'severe'),
      'not-scored': countWhere(standings, ({ scoreStatus }) => scoreStatus !== 'scored'),
      'tier-unknown': countWhere(standings, ({ tier }) => tier === null),
      archived,
    },
    countries,
    divisions,
  };
}
