import type { TenantDb } from '~/access/tenant-db.server';

const dayMs = 86_400_000;
/** How long a notification is kept. A policy in prisma/sql/policies/platform.sql lets the nightly job delete no other. */
const keptDays = { read: 90, unread: 400 } as const;

/** Deletes notifications that were read long ago, and old ones that were not. Called by a job, which acts without a user. Answers how many. */
export async function deleteOldNotifications(db: TenantDb, { now }: { now: Date }): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  const { count } = await db.notification.deleteMany({
    where: { OR: [{ readAt: { lt: before(keptDays.read) } }, { createdAt: { lt: before(keptDays.unread) } }] },
  });
  return count;
}
