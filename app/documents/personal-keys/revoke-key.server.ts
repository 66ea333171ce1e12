import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** Ends a key, and deletes what of its private key is stored. What was signed with it stays signed. `isWhole`: the caller may end keys of others too. */
export async function revokeKey(
  db: TenantDb,
  { keyId, userId, isWhole, now }: { keyId: string; userId: string; isWhole: boolean; now: Date },
): Promise<boolean> {
  const revoked = await db.personalSigningKey.updateMany({
    where: { id: keyId, revokedAt: null, ...(isWhole ? {} : { userId }) },
    data: { revokedAt: now, revokedById: userId, sealedKey: '' },
  });
  if (revoked.count === 0) return false;
  await recordActivity(db, { recordKind: 'personal-signing-key', recordId: keyId, act: 'revoke-personal-key', userId });
  return true;
}
