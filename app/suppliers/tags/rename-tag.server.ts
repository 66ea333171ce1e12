import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { longestTag, tagKey, tagName } from './tag-name';

export type Renamed = { kind: 'renamed' } | { kind: 'refused'; code: 'unknown-tag' | 'name-missing' | 'name-too-long' | 'name-taken' };

/** Gives a tag another name, on every supplier that has it. */
export async function renameTag(
  db: TenantDb,
  options: { tagId: string; name: string; userId: string; organizationId: string },
): Promise<Renamed> {
  const { tagId, userId, organizationId } = options;
  const name = tagName(options.name);
  if (name === '') return { kind: 'refused', code: 'name-missing' };
  if (name.length > longestTag) return { kind: 'refused', code: 'name-too-long' };
  const [tag, other] = [
    await db.tag.findFirst({ where: { id: tagId }, select: { name: true } }),
    await db.tag.findFirst({ where: { nameKey: tagKey(name), id: { not: tagId } }, select: { id: true } }),
  ];
  if (!tag) return { kind: 'refused', code: 'unknown-tag' };
  if (other) return { kind: 'refused', code: 'name-taken' };
  await db.tag.updateMany({ where: { id: tagId }, data: { name, nameKey: tagKey(name) } });
  await recordActivity(db, {
    ...{ recordKind: 'organization', recordId: organizationId, act: 'rename-tag', userId },
    ...{ before: { tag: tag.name }, after: { tag: name } },
  });
  return { kind: 'renamed' };
}
