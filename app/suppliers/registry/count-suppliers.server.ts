import type { TenantDb } from '~/access/tenant-db.server';
import type { CountedView } from './count-views.server';
import type { SupplierView } from './list-state';
import { countWhere, readTally, type Tally } from './read-tally.server';

/** How many suppliers each view has that the tally counts, without filters; archived ones that are part of another since are in none. */
export function countsOf({ standings, archived }: Tally): Record<Exclude<SupplierView, CountedView>, number> {
  return {
    all: countWhere(standings, () => true),
    'at-risk': countWhere(standings, ({ band }) => band === 'high' || band === 'severe'),
    'not-scored': countWhere(standings, ({ scoreStatus }) => scoreStatus !== 'scored'),
    'tier-unknown': countWhere(standings, ({ tier }) => tier === null),
    archived,
  };
}

/** These counts, and the countries and divisions of ISIC that occur. One query. */
export async function countSuppliers(
  db: TenantDb,
): Promise<{ counts: ReturnType<typeof countsOf>; countries: string[]; divisions: string[] }> {
  const tally = await readTally(db);
  return { counts: countsOf(tally), countries: tally.countries, divisions: tally.divisions };
}
