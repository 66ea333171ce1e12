import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { ParsedTable } from './pipeline/parse.server';
import { type Repairs, repairsSchema } from './pipeline/repairs';
import { type BatchMapping, batchMappingSchema, type Correction } from './schema';

/**
 * The batch whose corrected workbook a table is, with what was decided about it; null when it is none, when the batch is not of this
 * organization or was given up, or when its columns are not those of the table.
 */
export async function readContinued(
  db: TenantDb,
  table: ParsedTable,
  known: string | null,
): Promise<{ id: string; status: string; listName: string | null; mapping: BatchMapping | null; repairs: Repairs } | null> {
  const id = known ?? table.annotated?.batchId;
  if (id === undefined) return null;
  const batch = await db.importBatch.findFirst({
    where: { id, status: { in: ['staged', 'received', 'accepted', 'committed'] } },
    select: { id: true, status: true, listName: true, headers: true, mapping: true, repairs: true },
  });
  const isSame = Array.isArray(batch?.headers) && batch.headers.join('\u001f') === table.header.join('\u001f');
  if (!batch || !isSame) return null;
  return {
    id: batch.id,
    status: batch.status,
    listName: batch.listName,
    mapping: batchMappingSchema.safeParse(batch.mapping).data ?? null,
    repairs: repairsSchema.parse(batch.repairs ?? {}),
  };
}

/** How the rows of one batch differ, as written, from those of another, by row number. */
export async function countCorrection(db: TenantDb, batches: { from: string; to: string }): Promise<Correction> {
  const counted = await queryFirst(
    db,
    z.object({ changed: z.number(), added: z.number(), missing: z.number() }),
    sql`
    SELECT
      (count(*) FILTER (WHERE a."id" IS NOT NULL AND b."id" IS NOT NULL AND a."raw" <> b."raw"))::int AS changed,
      (count(*) FILTER (WHERE a."id" IS NULL))::int AS added,
      (count(*) FILTER (WHERE b."id" IS NULL))::int AS missing
    FROM (SELECT "id", "rowNumber", "raw" FROM "ImportRow" WHERE "batchId" = ${batches.from}::uuid) a
    FULL JOIN (SELECT "id", "rowNumber", "raw" FROM "ImportRow" WHERE "batchId" = ${batches.to}::uuid) b ON b."rowNumber" = a."rowNumber"`,
  );
  return counted ?? { changed: 0, added: 0, missing: 0 };
}
