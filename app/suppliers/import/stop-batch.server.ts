import { query, readRows } from '~/access/sql/query.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** `reading`: the batch is given up and none of its rows is left. `writing`: nothing was written, and the batch waits as it was checked. */
export type Stopped = { kind: 'stopped'; was: 'reading' | 'writing' } | { kind: 'too-late' };

/** Cancels the run that reads or writes a batch. What the run did so far is rolled back by itself; when its work was done before, it is too late. */
export async function stopBatch(inOrganization: InOrganization, options: { batchId: string; userId: string }): Promise<Stopped> {
  const stopped = await inOrganization((db) => cancelRun(db, options));
  // In a transaction of its own: rows of an earlier reading are locked until the run has seen that it is cancelled and let go.
  if (stopped.kind === 'stopped' && stopped.was === 'reading')
    await inOrganization((db) => db.importRow.deleteMany({ where: { batchId: options.batchId } }), { timeoutMs: 60_000 });
  return stopped;
}

/** The batch is locked before the run, as the run's own work does at its end. Rows being written lock the batch's key: no stronger lock may be requested. */
async function cancelRun(db: TenantDb, { batchId, userId }: { batchId: string; userId: string }): Promise<Stopped> {
  const [batch] = await readRows(
    db,
    query
      .selectFrom('ImportBatch')
      .select('status')
      .where('id', '=', batchId)
      .where('status', 'in', ['received', 'staged', 'accepted'])
      .forNoKeyUpdate(),
  );
  if (!batch) return { kind: 'too-late' };
  const isWriting = batch.status === 'accepted';
  const was = isWriting ? 'writing' : 'reading';
  const cancelled = await db.jobRun.updateMany({
    where: {
      subjectId: batchId,
      kind: isWriting ? 'commit-import' : 'stage-import',
      status: { in: ['waiting', 'running'] },
    },
    data: { status: 'cancelled', finishedAt: new Date() },
  });
  if (cancelled.count === 0) return { kind: 'too-late' };
  await db.importBatch.updateMany({ where: { id: batchId }, data: { status: isWriting ? 'staged' : 'cancelled' } });
  await recordActivity(db, {
    recordKind: 'import-batch',
    recordId: batchId,
    act: isWriting ? 'reopen' : 'remove',
    userId,
  });
  return { kind: 'stopped', was };
}
