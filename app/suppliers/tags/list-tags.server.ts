import { z } from 'zod';
import { type Question, query } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';

export type TagRow = { id: string; name: string; suppliers: number };

/** The tags of the organization by name, with how many current suppliers have each. */
export async function listTags(db: TenantDb): Promise<TagRow[]> {
  const rows = await db.tag.findMany({
    orderBy: [{ nameKey: 'asc' }],
    select: { id: true, name: true, _count: { select: { suppliers: { where: { supplier: { archivedAt: null } } } } } },
  });
  return rows.map(({ _count, ...tag }) => ({ ...tag, suppliers: _count.suppliers }));
}

/** The tags of the organization by name alone, to filter by. */
export const tagsQuestion = {
  schema: z.object({ id: z.string(), name: z.string() }),
  statement: query.selectFrom('Tag').select(['id', 'name']).orderBy('nameKey'),
} satisfies Question;
