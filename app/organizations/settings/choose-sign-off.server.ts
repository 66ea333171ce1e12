import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** Whether reviews of answers are signed off by a second person. */
export async function readSignOffRule(db: TenantDb, organizationId: string): Promise<boolean> {
  const found = await db.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { isSignedOffBySecond: true } });
  return found.isSignedOffBySecond;
}

/** Chooses it; what was signed off before stays as it is. */
export async function chooseSignOffRule(
  db: TenantDb,
  { organizationId, isSignedOffBySecond, userId }: { organizationId: string; isSignedOffBySecond: boolean; userId: string },
): Promise<void> {
  const before = await readSignOffRule(db, organizationId);
  if (before === isSignedOffBySecond) return;
  await db.organization.update({ where: { id: organizationId }, data: { isSignedOffBySecond } });
  await recordActivity(db, {
    recordKind: 'organization',
    recordId: organizationId,
    act: 'edit',
    userId,
    before: { isSignedOffBySecond: before },
    after: { isSignedOffBySecond },
  });
}
