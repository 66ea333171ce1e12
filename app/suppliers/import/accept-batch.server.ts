import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { takeAutomatic } from './answer-proposal.server';
import { startRun } from '~/platform/jobs/start-run.server';

export type Accepted = { kind: 'accepted'; runId: string } | { kind: 'refused'; code: 'unknown-batch' | 'nothing-to-import' };

/**
 * A person has seen the preview and wants it: the batch goes to the queue, which commits it as a whole.
 * @param options `together`: all batches that are accepted at once
 */
export async function acceptBatch(
  db: TenantDb,
  options: { batchId: string; organizationId: string; userId: string; together?: readonly string[] },
): Promise<Accepted> {
  const { batchId, organizationId, userId, together = [] } = options;
  const total = await db.importRow.count({ where: { batchId, status: { in: ['valid', 'warned'] } } });
  if (total === 0) return { kind: 'refused', code: 'nothing-to-import' };
  const taken = await db.importBatch.updateMany({
    where: { id: batchId, status: { in: ['staged', 'accepted'] } },
    data: { status: 'accepted', acceptedWith: together.filter((id) => id !== batchId) },
  });
  if (taken.count === 0) return { kind: 'refused', code: 'unknown-batch' };
  await takeAutomatic(db, batchId);
  await closeCorrected(db, options);
  const { runId, isNew } = await startRun(db, { kind: 'commit-import', subjectId: batchId, organizationId, userId, total });
  if (isNew) await recordActivity(db, { recordKind: 'import-batch', recordId: batchId, act: 'approve', userId, after: { rows: total } });
  return { kind: 'accepted', runId };
}

/** The batch whose corrected workbook is accepted is not accepted beside it: open until now, it is given up. */
async function closeCorrected(db: TenantDb, { batchId, userId }: { batchId: string; userId: string }): Promise<void> {
  const batch = await db.importBatch.findFirst({ where: { id: batchId }, select: { continuesId: true } });
  if (batch?.continuesId) await cancelBatch(db, { batchId: batch.continuesId, userId });
}

/** Gives a batch up before anything was written of it. False when it is too late, or no such batch. */
export async function cancelBatch(db: TenantDb, options: { batchId: string; userId: string }): Promise<boolean> {
  const cancelled = await db.importBatch.updateMany({
    where: { id: options.batchId, status: { in: ['received', 'staged'] } },
    data: { status: 'cancelled' },
  });
  if (cancelled.count === 0) return false;
  await db.importRow.deleteMany({ where: { batchId: options.batchId } });
  await recordActivity(db, { recordKind: 'import-batch', recordId: options.batchId, act: 'remove', userId: options.userId });
  return true;
}
