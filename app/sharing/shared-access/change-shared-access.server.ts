import { endOfferLinks, moveOfferLinks } from '~/access/shared-access.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { recordOfGrant } from './shared-access-record.server';
import { endOfDay, lastDay } from './last-day';

type Which = { organizationId: string; sharedAccessId: string; userId: string; now: Date };
export type Changed =
  | { kind: 'changed'; recipientOrganizationId: string | null }
  | { kind: 'refused'; code: 'unknown-grant' | 'over' | 'past' };

/** Revokes shared access at once: the database refuses the recipient's next read. */
export async function revokeAccess(db: TenantDb, which: Which): Promise<Changed> {
  const grant = await lockSharedAccess(db, which);
  if (!grant) return { kind: 'refused', code: 'unknown-grant' };
  if (grant.status === 'revoked' || grant.status === 'refused') return { kind: 'refused', code: 'over' };
  await db.documentRecipient.updateMany({
    where: { documentId: grant.snapshotId, organizationId: which.organizationId },
    data: { revokedAt: which.now },
  });
  await db.sharedAccess.updateMany({
    where: { id: which.sharedAccessId, organizationId: which.organizationId },
    data: { status: 'revoked', revokedAt: which.now },
  });
  await endOfferLinks(db, which);
  await recordActivity(db, { ...(await recordOfGrant(db, which.sharedAccessId)), act: 'revoke-grant', userId: which.userId });
  return { kind: 'changed', recipientOrganizationId: grant.recipientOrganizationId };
}

/** Sets another last day, earlier or later; also for expired access. */
export async function changeTerm(db: TenantDb, which: Which & { until: string }): Promise<Changed> {
  const grant = await lockSharedAccess(db, which);
  if (!grant) return { kind: 'refused', code: 'unknown-grant' };
  if (grant.status === 'revoked' || grant.status === 'refused') return { kind: 'refused', code: 'over' };
  const expiresAt = endOfDay(which.until);
  if (expiresAt <= which.now) return { kind: 'refused', code: 'past' };
  await db.documentRecipient.updateMany({
    where: { documentId: grant.snapshotId, organizationId: which.organizationId },
    data: { expiresAt },
  });
  await db.sharedAccess.updateMany({ where: { id: which.sharedAccessId, organizationId: which.organizationId }, data: { expiresAt } });
  await moveOfferLinks(db, { sharedAccessId: which.sharedAccessId, expiresAt });
  await recordActivity(db, {
    ...(await recordOfGrant(db, which.sharedAccessId)),
    act: 'change-term',
    userId: which.userId,
    before: { until: lastDay(grant.expiresAt) },
    after: { until: which.until },
  });
  return { kind: 'changed', recipientOrganizationId: grant.recipientOrganizationId };
}

async function lockSharedAccess(db: TenantDb, { organizationId, sharedAccessId }: Which) {
  if (!/^[0-9a-f-]{36}$/i.test(sharedAccessId)) return null;
  await db.$queryRaw`SELECT 1 FROM "SharedAccess" WHERE "organizationId" = ${organizationId}::uuid AND "id" = ${sharedAccessId}::uuid FOR NO KEY UPDATE`;
  return db.sharedAccess.findFirst({
    where: { id: sharedAccessId, organizationId },
    select: { status: true, snapshotId: true, recipientOrganizationId: true, expiresAt: true },
  });
}
