import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import type { PlanRow } from './pipeline/plan';
import { importRecordSchema } from './pipeline/record';

const rowSchema = z.object({ id: z.string(), rowNumber: z.number(), cleaned: importRecordSchema });

/** The rows of a batch that can be imported, as cleaned, in the order of the file. */
export async function readPlanRows(db: TenantDb, batchId: string): Promise<(PlanRow & { id: string })[]> {
  const rows = await db.$queryRaw`
    SELECT "id", "rowNumber", "cleaned" FROM "ImportRow"
    WHERE "batchId" = ${batchId}::uuid AND "status" IN ('valid', 'warned') ORDER BY "rowNumber"`;
  return rowSchema
    .array()
    .parse(rows)
    .map(({ id, rowNumber, cleaned }) => ({ id, rowNumber, record: cleaned }));
}
