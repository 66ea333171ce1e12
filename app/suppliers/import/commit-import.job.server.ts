import { forOrganization } from '~/access/tenant-db.server';
import { followRun } from '~/platform/jobs/follow-run.server';
import { readRun } from '~/platform/jobs/read-run.server';
import { commitBatch } from './commit-batch.server';
import { refreshStatistics } from './refresh-statistics.server';
import type { JobOrder } from '~/platform/jobs/enqueue.server';

/** Writes the run's accepted batch, whole or not at all. */
export async function run(payload: JobOrder): Promise<void> {
  const { organizationId, userId } = payload;
  const inOrganization = forOrganization({ organizationId, userId });
  const batchId = (await inOrganization((db) => readRun(db, payload.runId)))?.subjectId;
  if (!batchId) return;
  if (userId === null) throw new Error('An import is committed on behalf of a member.');
  await followRun(inOrganization, payload, async (report, finish) => {
    const committed = await commitBatch(inOrganization, { batchId, organizationId, userId }, { report, finish });
    if (committed.kind === 'committed') await refreshStatistics(inOrganization, committed.wrote.sources);
    return { result: committed.kind === 'committed' ? { ...committed.wrote } : { code: committed.code } };
  });
}
