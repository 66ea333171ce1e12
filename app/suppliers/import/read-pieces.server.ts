import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { TableShape } from './pipeline/fields';
import { namingKeys, partitionRows } from './pipeline/partition';
import { groupsOfSame, readSame } from './read-same.server';
import { importRecordSchema } from './pipeline/record';

const pageSize = 5_000;
/** Rows that are planned and written together: enough that statements are few, few enough that memory does not grow with the list. */
const pieceSize = 2_000;

const namingSchema = importRecordSchema
  .pick({
    supplierName: true,
    siteName: true,
    publicId: true,
    osId: true,
    externalId: true,
    lei: true,
    duns: true,
    registration: true,
    subcontractors: true,
    labourProviders: true,
    parentCompany: true,
    group: true,
    customer: true,
    producer: true,
    upstream: true,
    otherCustomers: true,
  })
  .extend({ rowNumber: z.number().int().min(0) });

/**
 * The row numbers of what can be imported of these batches, in pieces that can be planned one after the other (`pipeline/partition.ts`); with one list
 * for each batch in each piece. Reads names and identifiers only, page by page; memory: a number for each row and the distinct keys.
 */
export async function readPieces(db: TenantDb, batches: readonly { batchId: string; shape: TableShape }[]): Promise<number[][][]> {
  const { same } = await readSame(db, { batchIds: batches.map(({ batchId }) => batchId) });
  const groups = groupsOfSame(same);
  const partition = partitionRows();
  const rowNumbers: number[] = [];
  const ends: number[] = [];
  for (const { batchId, shape } of batches) {
    for (let after = -1; ; ) {
      const page = await queryRows(
        db,
        namingSchema,
        sql`
        SELECT "rowNumber", "cleaned"->>'supplierName' AS "supplierName", "cleaned"->>'siteName' AS "siteName", "cleaned"->>'publicId' AS "publicId",
          "cleaned"->>'osId' AS "osId", "cleaned"->>'externalId' AS "externalId", "cleaned"->>'lei' AS "lei", "cleaned"->>'duns' AS "duns",
          "cleaned"->>'registration' AS "registration", "cleaned"->'subcontractors' AS "subcontractors", "cleaned"->'labourProviders' AS "labourProviders",
          "cleaned"->>'parentCompany' AS "parentCompany", "cleaned"->>'group' AS "group", "cleaned"->>'customer' AS "customer",
          NULLIF("cleaned"->'producer', 'null'::jsonb) AS "producer", COALESCE("cleaned"->'upstream', '[]'::jsonb) AS "upstream",
          COALESCE("cleaned"->'otherCustomers', '[]'::jsonb) AS "otherCustomers"
        FROM "ImportRow"
        WHERE "batchId" = ${batchId}::uuid AND "status" IN ('valid', 'warned') AND "rowNumber" > ${after}
        ORDER BY "rowNumber" LIMIT ${pageSize}`,
      );
      for (const { rowNumber, ...record } of page) {
        partition.add(withGroups(namingKeys(record, shape), groups));
        rowNumbers.push(rowNumber);
        after = rowNumber;
      }
      await setImmediate();
      if (page.length < pageSize) break;
    }
    ends.push(rowNumbers.length);
  }
  return partition.pieces(pieceSize).map((piece) =>
    batches.map((_, at) => {
      const [start = 0, end = 0] = [ends[at - 1] ?? 0, ends[at]];
      return piece.flatMap((row) => (row >= start && row < end ? (rowNumbers[row] ?? []) : []));
    }),
  );
}

/** The keys of a row, with those that it shares with names that are one company with its own. */
function withGroups(keys: string[], groups: ReadonlyMap<string, string>): string[] {
  if (groups.size === 0) return keys;
  return keys.flatMap((key) => {
    const group = key.startsWith('name ') ? groups.get(key.slice('name '.length)) : undefined;
    return group === undefined ? [key] : [key, `same ${group}`];
  });
}
