import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** Deletes a tag, from every supplier that has it too; false where there is none. */
export async function deleteTag(db: TenantDb, options: { tagId: string; userId: string; organizationId: string }): Promise<boolean> {
  const { tagId, userId, organizationId } = options;
  const tag = await db.tag.findFirst({ where: { id: tagId }, select: { name: true, _count: { select: { suppliers: true } } } });
  if (!tag) return false;
  await db.tag.deleteMany({ where: { id: tagId } });
  await recordActivity(db, {
    ...{ recordKind: 'organization', recordId: organizationId, act: 'delete-tag', userId },
    before: { tag: tag.name, suppliers: tag._count.suppliers },
  });
  return true;
}
