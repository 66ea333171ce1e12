import type { TenantDb } from '~/access/tenant-db.server';

/** Follows a supplier, or follows it no more. It concerns the person alone, and is not recorded as activity. */
export async function followSupplier(db: TenantDb, options: { partyId: string; userId: string; isFollowed: boolean }): Promise<void> {
  const { partyId, userId, isFollowed } = options;
  if (isFollowed) await db.supplierFollower.createMany({ data: [{ partyId, userId }], skipDuplicates: true });
  else await db.supplierFollower.deleteMany({ where: { partyId, userId } });
}
