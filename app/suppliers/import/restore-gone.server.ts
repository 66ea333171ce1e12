import { query, readRows } from '~/access/sql/query.server';
import { knownLinks } from '~/access/sql/functions.server';
import { anyId } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivities, recordActivity } from '~/platform/activity/record-activity.server';
import { archiveRevision } from '~/suppliers/supply-links/archive-revision.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { retiredSchema } from './retired';

/**
 * Undoes `retireGone` for a batch: links that still have its end become open again, and suppliers that it archived and that were not changed
 * since are restored. Returns the number of restored suppliers, or null when there is nothing to undo.
 */
export async function restoreGone(db: TenantDb, { batchId, userId }: { batchId: string; userId: string }): Promise<number | null> {
  const [batch] = await readRows(db, query.selectFrom('ImportBatch').select('retired').where('id', '=', batchId).forNoKeyUpdate());
  const parsed = retiredSchema.safeParse(batch?.retired);
  if (!parsed.success) return null;
  const { sourceId, links, archived, at } = parsed.data;
  const standing = await readRows(
    db,
    query
      .selectFrom(knownLinks().as('l'))
      .select('l.id')
      .where('l.id', '=', anyId(links.map(({ id }) => id)))
      .where('l.sourceId', '=', sourceId),
  );
  const ids = new Set(standing.map(({ id }) => id));
  const back = links.filter(({ id }) => ids.has(id));
  await archiveRevision(db, { linkIds: [...ids], userId });
  await db.$executeRaw`
    UPDATE "SupplyLink" l SET "validFrom" = b."validFrom", "validTo" = b."validTo", "sourceId" = b."sourceId"
    FROM json_to_recordset(${JSON.stringify(back)}::json) AS b("id" uuid, "validFrom" date, "validTo" date, "sourceId" uuid)
    WHERE l."id" = b."id"`;
  const { count } = await db.supplier.updateMany({
    where: { partyId: { in: archived }, archivedAt: new Date(at) },
    data: { archivedAt: null },
  });
  await recomputeTiers(db);
  await db.$executeRaw`UPDATE "ImportBatch" SET "retired" = NULL WHERE "id" = ${batchId}::uuid`;
  await recordActivities(
    db,
    archived.map((recordId) => ({ recordKind: 'supplier', recordId, act: 'restore', userId })),
  );
  await recordActivity(db, {
    recordKind: 'import-batch',
    recordId: batchId,
    act: 'undo-retire',
    userId,
    before: { suppliers: parsed.data.suppliers },
  });
  return count;
}
