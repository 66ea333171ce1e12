import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

export type ListChosen = { kind: 'chosen' } | { kind: 'unknown-batch' } | { kind: 'unknown-list' };

/**
 * Names the list that a batch is a state of, and the imported batch whose list it takes the place of (null: none). The batch counts as not
 * read until it is staged again, which compares the two.
 */
export async function chooseList(
  db: TenantDb,
  options: { batchId: string; listName: string; replacesId: string | null; userId: string },
): Promise<ListChosen> {
  const { batchId, listName, replacesId, userId } = options;
  const where = { id: batchId, status: { in: ['received', 'staged'] } };
  const batch = await db.importBatch.findFirst({ where, select: { listName: true, replacesId: true } });
  if (!batch) return { kind: 'unknown-batch' };
  const isKnown = replacesId === null || (await db.importBatch.count({ where: { id: replacesId, status: 'committed' } })) > 0;
  if (!isKnown || replacesId === batchId) return { kind: 'unknown-list' };
  await db.importBatch.updateMany({ where, data: { listName, replacesId, status: 'received' } });
  await recordActivity(db, {
    recordKind: 'import-batch',
    recordId: batchId,
    act: 'edit',
    userId,
    before: { listName: batch.listName, replaces: batch.replacesId },
    after: { listName, replaces: replacesId },
  });
  return { kind: 'chosen' };
}

/** A list is named after its first file, without its ending and what an annotated workbook adds. */
export function listNameOf(fileName: string): string {
  return (
    fileName
      .replace(/\.[a-z]{3,7}$/i, '')
      .replace(/\.annotated( ?\(\d+\))?$/, '')
      .trim()
      .slice(0, 200) || fileName.slice(0, 200)
  );
}

const importedSchema = z.object({ id: z.string(), listName: z.string(), committedAt: z.date().nullable() });
export type ImportedList = z.infer<typeof importedSchema>;

/** The newest import of each list, by name, at most fifty: what a new list can take the place of. */
export async function readImportedLists(db: TenantDb, except: string): Promise<ImportedList[]> {
  return queryRows(
    db,
    importedSchema,
    sql`
    SELECT * FROM (
      SELECT DISTINCT ON ("listName") "id", "listName", "committedAt" FROM "ImportBatch"
      WHERE "status" = 'committed' AND "listName" IS NOT NULL AND "id" <> ${except}::uuid
      ORDER BY "listName", "committedAt" DESC
    ) newest ORDER BY "committedAt" DESC LIMIT 50`,
  );
}
