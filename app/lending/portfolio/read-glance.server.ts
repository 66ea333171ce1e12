import type { TenantDb } from '~/access/tenant-db.server';
import { readFilter } from './filter';
import type { Exposure } from './fold-lines';
import { type LentRow, listLent } from './list-lent.server';
import { readExposure } from './read-exposure.server';
import { readWatch, type Watched } from './read-watch.server';
import { stopReasons } from './watch-reasons';

/** How many deals a first page shows. */
const first = 6;

/** `blocked`: open deals for which nothing may be drawn; `largest`: those with the largest commitments. */
export type Glance = { exposure: Exposure; blocked: Watched; largest: LentRow[] };

/** A summary of all live deals: exposure, and those that may not disburse with their reasons. Null where there is no deal. Three queries. */
export async function readGlance(db: TenantDb, { today, now }: { today: string; now: Date }): Promise<Glance | null> {
  const filter = readFilter(new URLSearchParams());
  const exposure = await readExposure(db, { filter, today });
  if (exposure.total.deals === 0) return null;
  const blocked = await readWatch(db, { filter, today, now, reason: null, among: stopReasons, page: 1 });
  const { rows: largest } = await listLent(db, { filter, today, take: first });
  return { exposure, largest, blocked: { ...blocked, rows: blocked.rows.slice(0, first) } };
}
