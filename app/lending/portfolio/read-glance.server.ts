import type { TenantDb } from '~/access/tenant-db.server';
import { readFilter } from './filter';
import type { Exposure } from './fold-lines';
import { readExposure } from './read-exposure.server';
import { readWatch, type Watched } from './read-watch.server';

/** How many deals of the watch list a first page shows. */
const first = 5;

export type Glance = { exposure: Exposure; watched: Watched };

/** A summary of all live deals: exposure, and the watch list. Null where there is no deal. Two queries. */
export async function readGlance(db: TenantDb, { today, now }: { today: string; now: Date }): Promise<Glance | null> {
  const filter = readFilter(new URLSearchParams());
  const exposure = await readExposure(db, { filter, today });
  if (exposure.total.deals === 0) return null;
  const watched = await readWatch(db, { filter, today, now, reason: null, page: 1 });
  return { exposure, watched: { ...watched, rows: watched.rows.slice(0, first) } };
}
