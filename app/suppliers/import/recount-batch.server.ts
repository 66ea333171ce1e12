import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { planBatch } from './plan-batch.server';
import { batchMappingSchema, storedCountsSchema } from './schema';

/** Counts a staged batch's parties again after questions were answered. Grows with its rows. */
export async function recountBatch(db: TenantDb, batchId: string): Promise<void> {
  const batch = await db.importBatch.findFirst({
    where: { id: batchId, status: 'staged' },
    select: { counts: true, mapping: true, headers: true, replacesId: true },
  });
  const [counts, mapping] = [storedCountsSchema.safeParse(batch?.counts), batchMappingSchema.safeParse(batch?.mapping)];
  if (!counts.success || !mapping.success) return;
  const planned = await planBatch(db, {
    ...{ batchId, mapping: mapping.data, replacesId: batch?.replacesId ?? null },
    headers: z.array(z.string()).catch([]).parse(batch?.headers),
  });
  await db.importBatch.updateMany({
    where: { id: batchId, status: 'staged' },
    data: { counts: JSON.parse(JSON.stringify({ ...counts.data, ...planned.counts })) },
  });
}

/** Up to so many rows a list is counted again with each answer; of a longer one, once the member goes on. */
const smallList = 2_000;

/** Counts a list again after an answer, where that takes no noticeable time. */
export async function recountSmall(db: TenantDb, batchId: string): Promise<void> {
  const isSmall = (await db.importBatch.count({ where: { id: batchId, rowCount: { lte: smallList } } })) > 0;
  if (isSmall) await recountBatch(db, batchId);
}
