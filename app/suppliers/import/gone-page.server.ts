import type { TenantDb } from '~/access/tenant-db.server';
import { type Gone, readGone } from './read-gone.server';
import { retiredSchema } from './retired';

/** An imported batch that took the place of a list, or null. One query. */
export async function findReplacing(db: TenantDb, batchId: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(batchId)) return null;
  return db.importBatch.findFirst({
    where: { id: batchId, status: 'committed', replacesId: { not: null } },
    select: { retired: true, listName: true, committedAt: true, createdAt: true },
  });
}

/**
 * What the page of those who went from a replaced list shows: who, or what was done with them; `on` is the day proposed, that of the import.
 * Null where the batch is not imported or took no list's place.
 */
export async function readGonePage(db: TenantDb, batchId: string) {
  const batch = await findReplacing(db, batchId);
  if (!batch) return null;
  const parsed = retiredSchema.safeParse(batch.retired);
  const retired = parsed.success
    ? {
        on: parsed.data.on,
        suppliers: parsed.data.suppliers,
        archived: parsed.data.archived.length,
        links: parsed.data.links.length,
      }
    : null;
  const suppliers: Gone[] = retired ? [] : ((await readGone(db, batchId))?.suppliers ?? []);
  return { listName: batch.listName ?? '', retired, suppliers, on: (batch.committedAt ?? batch.createdAt).toISOString().slice(0, 10) };
}
