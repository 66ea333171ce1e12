import type { TenantDb } from '~/access/tenant-db.server';
import { passkeyProtections } from '~/documents/verification/key-protection';

/** Personal keys that are in use, newest first: the caller's own, or with `isWhole` those of all members. */
export async function listKeys(db: TenantDb, { userId, isWhole = false }: { userId: string; isWhole?: boolean }) {
  const keys = await db.personalSigningKey.findMany({
    where: { revokedAt: null, ...(isWhole ? {} : { userId }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 200,
    select: { id: true, userId: true, label: true, protection: true, isSynced: true, fingerprint: true, createdAt: true },
  });
  const members = await db.membership.findMany({
    where: { userId: { in: keys.map((key) => key.userId) } },
    select: { userId: true, user: { select: { name: true } } },
  });
  const names = new Map(members.map((member) => [member.userId, member.user.name]));
  return keys.map(({ protection, ...key }) => ({
    ...key,
    protection: passkeyProtections.find((each) => each === protection) ?? 'passkey-check',
    person: names.get(key.userId) ?? null,
    isOwn: key.userId === userId,
  }));
}
