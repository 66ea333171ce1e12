import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { recordOfGrant } from './grant-record.server';
import { endOfDay, lastDay } from './last-day';

type Which = { organizationId: string; grantId: string; userId: string; now: Date };
export type Changed =
  | { kind: 'changed'; recipientOrganizationId: string | null }
  | { kind: 'refused'; code: 'unknown-grant' | 'over' | 'past' };

/** Ends a grant at once: the next read of the recipient is refused by the database. */
export async function revokeGrant(db: TenantDb, which: Which): Promise<Changed> {
  const grant = await lockGrant(db, which);
  if (!grant) return { kind: 'refused', code: 'unknown-grant' };
  if (grant.status === 'revoked' || grant.status === 'refused') return { kind: 'refused', code: 'over' };
  await db.sharedSnapshot.updateMany({
    where: { id: grant.snapshotId, organizationId: which.organizationId },
    data: { revokedAt: which.now },
  });
  await db.accessGrant.updateMany({
    where: { id: which.grantId, organizationId: which.organizationId },
    data: { status: 'revoked', revokedAt: which.now },
  });
  await recordActivity(db, { ...(await recordOfGrant(db, which.grantId)), act: 'revoke-grant', userId: which.userId });
  return { kind: 'changed', recipientOrganizationId: grant.recipientOrganizationId };
}

/** Another last day, earlier or later; also of a grant that has expired. */
export async function changeTerm(db: TenantDb, which: Which & { until: string }): Promise<Changed> {
  const grant = await lockGrant(db, which);
  if (!grant) return { kind: 'refused', code: 'unknown-grant' };
  if (grant.status === 'revoked' || grant.status === 'refused') return { kind: 'refused', code: 'over' };
  const expiresAt = endOfDay(which.until);
  if (expiresAt <= which.now) return { kind: 'refused', code: 'past' };
  await db.sharedSnapshot.updateMany({ where: { id: grant.snapshotId, organizationId: which.organizationId }, data: { expiresAt } });
  await db.accessGrant.updateMany({ where: { id: which.grantId, organizationId: which.organizationId }, data: { expiresAt } });
  await recordActivity(db, {
    ...(await recordOfGrant(db, which.grantId)),
    act: 'change-term',
    userId: which.userId,
    before: { until: lastDay(grant.expiresAt) },
    after: { until: which.until },
  });
  return { kind: 'changed', recipientOrganizationId: grant.recipientOrganizationId };
}

async function lockGrant(db: TenantDb, { organizationId, grantId }: Which) {
  if (!/^[0-9a-f-]{36}$/i.test(grantId)) return null;
  await db.$queryRaw`SELECT 1 FROM "AccessGrant" WHERE "organizationId" = ${organizationId}::uuid AND "id" = ${grantId}::uuid FOR NO KEY UPDATE`;
  return db.accessGrant.findFirst({
    where: { id: grantId, organizationId },
    select: { status: true, snapshotId: true, recipientOrganizationId: true, expiresAt: true },
  });
}
