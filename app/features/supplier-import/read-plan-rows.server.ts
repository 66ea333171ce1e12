import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import type { PlanRow } from './pipeline/plan';
import { importRecordSchema } from './pipeline/record';

const rowSchema = z.object({ id: z.string(), rowNumber: z.number(), cleaned: importRecordSchema });
const pageSize = 5_000;

/** The rows of a batch that can be imported, as cleaned, in the order of the file; read in pages, so that each is in memory once. */
export async function readPlanRows(db: TenantDb, batchId: string): Promise<(PlanRow & { id: string })[]> {
  const rows: (PlanRow & { id: string })[] = [];
  for (let after = -1; ; ) {
    const page = await db.$queryRaw<unknown[]>`
      SELECT "id", "rowNumber", "cleaned" FROM "ImportRow"
      WHERE "batchId" = ${batchId}::uuid AND "status" IN ('valid', 'warned') AND "rowNumber" > ${after}
      ORDER BY "rowNumber" LIMIT ${pageSize}`;
    for (const found of page) {
      const { id, rowNumber, cleaned } = rowSchema.parse(found);
      rows.push({ id, rowNumber, record: cleaned });
      after = rowNumber;
    }
    if (page.length < pageSize) return rows;
  }
}
