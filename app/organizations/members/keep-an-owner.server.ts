import { query, readRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';

/** Whether an owner other than this person remains. Locks the owners, so that two who leave at the same moment do not both see the other. */
export async function hasOtherOwner(db: TenantDb, userId: string): Promise<boolean> {
  const owners = await readRows(
    db,
    query.selectFrom('Membership').select('userId').where('role', '=', 'owner').orderBy('userId').forUpdate(),
  );
  return owners.some((owner) => owner.userId !== userId);
}
