import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/**
 * Puts a supplier away (`isArchived: true`) or takes it back: it leaves the list, the counts and the map, and nothing of it is lost.
 * Answers false when there is none or it is so already.
 */
export async function archiveSupplier(
  db: TenantDb,
  options: { partyId: string; isArchived: boolean; userId: string; at: Date },
): Promise<boolean> {
  const { partyId, isArchived, userId, at } = options;
  const { count } = await db.supplier.updateMany({
    where: { partyId, archivedAt: isArchived ? null : { not: null } },
    data: { archivedAt: isArchived ? at : null },
  });
  if (count === 0) return false;
  await recordActivity(db, { recordKind: 'supplier', recordId: partyId, act: isArchived ? 'archive' : 'restore', userId });
  return true;
}
