import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { shownOfRun } from '~/platform/jobs/read-run.server';
import { noRepairs, repairsSchema } from './pipeline/repairs';
import { batchMappingSchema, detectedSchema, storedCountsSchema } from './schema';

/** Of a refused file: the figures of its message. */
const refusalSchema = z.object({ params: z.record(z.string(), z.union([z.string(), z.number()])) });

/** A batch with what is known of its file, its columns and its counts; null when there is none. */
export async function readBatch(db: TenantDb, batchId: string) {
  if (!/^[0-9a-f-]{36}$/i.test(batchId)) return null;
  const find = () =>
    db.importBatch.findFirst({
      where: { id: batchId },
      select: {
        id: true,
        status: true,
        problemCode: true,
        detected: true,
        mapping: true,
        counts: true,
        repairs: true,
        listName: true,
        continuesId: true,
        replacesId: true,
        retired: true,
        undo: true,
        undoneAt: true,
        undoneById: true,
        rowCount: true,
        createdAt: true,
        committedAt: true,
        file: { select: { fileName: true, sha256: true, sizeBytes: true } },
      },
    });
  let batch = await find();
  if (!batch) return null;
  const run = await db.jobRun.findFirst({
    where: { subjectId: batchId, kind: { in: ['stage-import', 'commit-import', 'undo-import'] } },
    orderBy: { createdAt: 'desc' },
    select: shownOfRun,
  });
  // A run that ended since the batch was read: what it made of it is there now, and without it the page would say that it stopped.
  if (run?.status === 'done' && ['received', 'accepted', 'committed'].includes(batch.status)) batch = (await find()) ?? batch;
  const refusal = refusalSchema.safeParse(batch.detected);
  const detected = detectedSchema.safeParse(batch.detected);
  const mapping = batchMappingSchema.safeParse(batch.mapping);
  const counts = storedCountsSchema.safeParse(batch.counts);
  return {
    ...batch,
    run,
    refusal: refusal.success ? refusal.data.params : {},
    detected: detected.success ? detected.data : null,
    mapping: mapping.success ? mapping.data : null,
    counts: counts.success ? counts.data : null,
    repairs: repairsSchema.safeParse(batch.repairs).data ?? noRepairs,
  };
}

/** The last batches, newest first. */
export async function listBatches(db: TenantDb, take = 20) {
  return db.importBatch.findMany({
    orderBy: { createdAt: 'desc' },
    take,
    select: { id: true, status: true, rowCount: true, createdAt: true, committedAt: true, file: { select: { fileName: true } } },
  });
}
