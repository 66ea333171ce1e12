import type { InOrganization } from '~/access/tenant-db.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { ReadersBusy } from './parse-apart.server';
import { stageBatch } from './stage-batch.server';

/** Files up to this size are read within the request, in a reader process; larger ones go to the queue, and so do files that turn out to contain more. */
const inRequestBytes = 300_000;
/** With more suppliers than this the file is read by the queue whatever its size: its suppliers are compared with all of them. */
const inRequestSuppliers = 10_000;

/** Has a batch's file read and checked: at once when it is small, else by the queue, whose progress the batch's page shows. */
export async function startStaging(
  inOrganization: InOrganization,
  batch: { batchId: string; organizationId: string; userId: string },
): Promise<void> {
  // Another choice about the batch: what changed since an earlier one was shown is of no more use.
  await inOrganization(
    (db) =>
      db.$executeRaw`UPDATE "ImportBatch" SET "changedSince" = NULL WHERE "id" = ${batch.batchId}::uuid AND "changedSince" IS NOT NULL`,
  );
  const found = await inOrganization(async (db) => ({
    batch: await db.importBatch.findFirst({ where: { id: batch.batchId }, select: { file: { select: { sizeBytes: true } } } }),
    suppliers: await db.supplier.count({ take: inRequestSuppliers + 1 }),
  }));
  if (!found.batch) return;
  const isSmall = found.batch.file.sizeBytes <= inRequestBytes && found.suppliers <= inRequestSuppliers;
  if (isSmall && (await isStagedAtOnce(inOrganization, batch))) return;
  await inOrganization(async (db) => {
    // A second press of the button while the file is being read starts nothing: the run under way reads by the newest choice.
    await db.$executeRaw`SELECT 1 FROM "ImportBatch" WHERE "id" = ${batch.batchId}::uuid FOR NO KEY UPDATE`;
    const going = await db.jobRun.count({
      where: { kind: 'stage-import', subjectId: batch.batchId, status: { in: ['waiting', 'running'] } },
    });
    if (going > 0) return;
    await startRun(db, { kind: 'stage-import', subjectId: batch.batchId, organizationId: batch.organizationId, userId: batch.userId });
  });
}

async function isStagedAtOnce(inOrganization: InOrganization, batch: { batchId: string; organizationId: string }): Promise<boolean> {
  try {
    return (await stageBatch(inOrganization, batch, undefined, { isAtOnce: true })).kind !== 'too-much';
  } catch (error) {
    if (error instanceof ReadersBusy) return false;
    throw error;
  }
}
