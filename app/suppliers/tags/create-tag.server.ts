import type { TenantDb } from '~/access/tenant-db.server';
import { longestTag, tagKey, tagName } from './tag-name';

export type CreatedTag = { kind: 'created' | 'existing'; tagId: string } | { kind: 'refused'; code: 'name-missing' | 'name-too-long' };

/** The tag of a name, created unless it exists in some spelling. */
export async function createTag(db: TenantDb, options: { name: string; userId: string }): Promise<CreatedTag> {
  const name = tagName(options.name);
  if (name === '') return { kind: 'refused', code: 'name-missing' };
  if (name.length > longestTag) return { kind: 'refused', code: 'name-too-long' };
  const nameKey = tagKey(name);
  const made = await db.tag.createMany({ data: [{ name, nameKey, createdById: options.userId }], skipDuplicates: true });
  const tag = await db.tag.findFirstOrThrow({ where: { nameKey }, select: { id: true } });
  return { kind: made.count > 0 ? 'created' : 'existing', tagId: tag.id };
}
