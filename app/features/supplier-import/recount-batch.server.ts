import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { countPlan } from './count-plan';
import { planImport } from './pipeline/plan';
import { importRecordSchema } from './pipeline/record';
import { readKnownParties } from './read-known-parties.server';
import { batchMappingSchema, storedCountsSchema } from './schema';

const rowSchema = z.object({ rowNumber: z.number(), record: importRecordSchema });

/** Counts a staged batch's parties anew after questions were answered. Grows with its rows. */
export async function recountBatch(db: TenantDb, batchId: string): Promise<void> {
  const batch = await db.importBatch.findFirst({ where: { id: batchId, status: 'staged' }, select: { counts: true, mapping: true } });
  const [counts, mapping] = [storedCountsSchema.safeParse(batch?.counts), batchMappingSchema.safeParse(batch?.mapping)];
  if (!counts.success || !mapping.success) return;
  const rows = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT "rowNumber", "cleaned" AS "record" FROM "ImportRow"
      WHERE "batchId" = ${batchId}::uuid AND "status" IN ('valid', 'warned') ORDER BY "rowNumber"`,
  );
  const plan = planImport(rows, await readKnownParties(db, rows, mapping.data.shape), { ...mapping.data, withoutFacts: true });
  await db.importBatch.updateMany({
    where: { id: batchId, status: 'staged' },
    data: { counts: JSON.parse(JSON.stringify({ ...counts.data, ...countPlan(plan, rows, mapping.data) })) },
  });
}
