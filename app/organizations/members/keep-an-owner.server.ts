import type { TenantDb } from '~/access/tenant-db.server';

/** Whether an owner other than this person remains. Locks the owners, so that two who leave at the same moment do not both see the other. */
export async function hasOtherOwner(db: TenantDb, userId: string): Promise<boolean> {
  const owners = await db.$queryRaw<
    { userId: string }[]
  >`SELECT "userId" FROM "Membership" WHERE "role" = 'owner' ORDER BY "userId" FOR UPDATE`;
  return owners.some((owner) => owner.userId !== userId);
}
