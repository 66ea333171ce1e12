import type { TenantDb } from '~/access/tenant-db.server';
import type { QueueReader, QueueRow } from '~/platform/queue/queue-source';
import { ownTablesFor } from '~/risk/reference-tables/own-tables.server';
import { freshnessOfLists } from './freshness-of-lists.server';

/** The lists of which at least one edition has probably appeared since the one in use, by the rhythm of their changes. One query. */
export async function outdatedLists(db: TenantDb, { today }: QueueReader): Promise<QueueRow[]> {
  return freshnessOfLists(await ownTablesFor(db, today), today)
    .filter(({ likelyMissed }) => likelyMissed > 0)
    .map(({ list, name }) => ({ id: list, subject: name, detail: '', path: 'settings/reference-tables', dueOn: null, isMine: false }));
}
