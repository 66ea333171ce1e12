import { forOrganization } from '~/access/tenant-db.server';
import { followRun } from '~/platform/jobs/follow-run.server';
import { readRun } from '~/platform/jobs/read-run.server';
import { stageBatch } from './stage-batch.server';
import type { JobOrder } from '~/platform/jobs/enqueue.server';

/** Reads and checks the file of the run's batch. */
export async function run(payload: JobOrder): Promise<void> {
  const inOrganization = forOrganization({ organizationId: payload.organizationId, userId: payload.userId });
  const batchId = (await inOrganization((db) => readRun(db, payload.runId)))?.subjectId;
  if (!batchId) return;
  await followRun(inOrganization, payload, async (report, finish) => {
    const staged = await stageBatch(inOrganization, { organizationId: payload.organizationId, batchId }, { report, finish });
    return { result: { kind: staged.kind } };
  });
}
