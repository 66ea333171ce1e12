import type { TenantDb } from '~/access/tenant-db.server';
import type { SupplierView } from './list-state';
import { countWhere, readTally } from './read-tally.server';

/** The number of suppliers of each view, without filters, and the countries and divisions of ISIC that occur; archived ones that are part of another since are in none. One query. */
export async function countSuppliers(
  db: TenantDb,
): Promise<{ counts: Record<SupplierView, number>; countries: string[]; divisions: string[] }> {
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
