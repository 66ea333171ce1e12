import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { foldName } from '~/suppliers/parties/name-key';

/** Renames the organization and its node in the supply chain; its URL name stays, so that links keep working. */
export async function renameOrganization(
  db: TenantDb,
  renaming: { organizationId: string; name: string; byUserId: string },
): Promise<void> {
  const { organizationId, name, byUserId } = renaming;
  const before = await db.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { name: true } });
  if (before.name === name) return;
  await db.organization.update({ where: { id: organizationId }, data: { name } });
  await db.party.updateMany({ where: { kind: 'buyer', name: before.name }, data: { name, nameKey: foldName(name) } });
  await recordActivity(db, {
    recordKind: 'organization',
    recordId: organizationId,
    act: 'edit',
    userId: byUserId,
    before,
    after: { name },
  });
}
