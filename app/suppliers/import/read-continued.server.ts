import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { carryMapping, carryRepairs } from './carry-choices';
import { mapTable } from './pipeline/map-columns.server';
import type { ParsedTable } from './pipeline/parse.server';
import { type Repairs, repairsSchema } from './pipeline/repairs';
import { type BatchMapping, batchMappingSchema, type Correction } from './schema';

/** The batch that a corrected workbook corrects, with every choice about it, in the columns of the workbook. */
export type Continued = {
  id: string;
  status: string;
  listName: string | null;
  replacesId: string | null;
  mapping: BatchMapping | null;
  repairs: Repairs;
};

/**
 * The batch whose corrected workbook a table is, with what was decided about it; null when it is none, or when the batch is not of this
 * organization or was never read. A batch that was given up or undone still says how its list is to be read.
 */
export async function readContinued(db: TenantDb, table: ParsedTable, known: string | null): Promise<Continued | null> {
  const id = known ?? table.annotated?.batchId;
  if (id === undefined) return null;
  const batch = await db.importBatch.findFirst({
    where: { id, status: { not: 'failed' } },
    select: { id: true, status: true, listName: true, replacesId: true, headers: true, mapping: true, repairs: true },
  });
  const headers = z.array(z.string()).min(1).safeParse(batch?.headers);
  if (!batch || !headers.success) return null;
  const mapping = batchMappingSchema.safeParse(batch.mapping).data ?? null;
  const columns = { from: headers.data, to: table.header };
  const proposed = mapTable(table.header, table.rows, undefined).proposals.map(({ field }) => field);
  return {
    ...{ id: batch.id, status: batch.status, listName: batch.listName, replacesId: batch.replacesId },
    mapping: mapping && carryMapping(mapping, { ...columns, proposed }),
    repairs: carryRepairs(repairsSchema.parse(batch.repairs ?? {}), columns),
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
