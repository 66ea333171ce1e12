import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type ChosenSuppliers, chosenSuppliers } from '~/suppliers/registry/choose-suppliers.server';

export type Tagged = { kind: 'tagged'; count: number } | { kind: 'refused'; code: 'unknown-tag' };

/** Adds a tag to suppliers or removes it from them; `count`: how many changed, each of which records it. One statement, however many suppliers. */
export async function tagSuppliers(
  db: TenantDb,
  options: { suppliers: ChosenSuppliers; tagId: string; isAdded: boolean; userId: string },
): Promise<Tagged> {
  const { suppliers, tagId, isAdded, userId } = options;
  const tag = await db.tag.findFirst({ where: { id: tagId }, select: { name: true } });
  if (!tag) return { kind: 'refused', code: 'unknown-tag' };
  const changes = isAdded
    ? sql`INSERT INTO "SupplierTag" ("partyId", "tagId", "addedById") SELECT c."partyId", ${tagId}::uuid, ${userId}::uuid
          FROM (${chosenSuppliers(suppliers)}) c ON CONFLICT ("organizationId", "partyId", "tagId") DO NOTHING RETURNING "partyId"`
    : sql`DELETE FROM "SupplierTag" WHERE "tagId" = ${tagId}::uuid AND "partyId" IN (${chosenSuppliers(suppliers)}) RETURNING "partyId"`;
  const value = isAdded ? sql`'before', NULL, 'after', ${tag.name}::text` : sql`'before', ${tag.name}::text, 'after', NULL`;
  const changed = await queryFirst(
    db,
    z.object({ count: z.number() }),
    sql`
      WITH changed AS (${changes}), recorded AS (
        INSERT INTO "Activity" ("recordKind", "recordId", "act", "changes", "userId")
        SELECT 'supplier', c."partyId"::text, ${isAdded ? 'add-tag' : 'remove-tag'}, jsonb_build_array(jsonb_build_object('field', 'tag', ${value})), ${userId}::uuid
        FROM changed c
      )
      SELECT count(*)::int AS "count" FROM changed`,
  );
  return { kind: 'tagged', count: changed?.count ?? 0 };
}
