import { forOrganization } from '~/access/tenant-db.server';
import type { JobOrder } from '~/platform/jobs/enqueue.server';
import { followRun } from '~/platform/jobs/follow-run.server';
import { readRun } from '~/platform/jobs/read-run.server';
import { undoBatch } from './undo-batch.server';

/** Undoes the run's written import, whole or not at all. */
export async function run(payload: JobOrder): Promise<void> {
  const { organizationId, userId } = payload;
  const inOrganization = forOrganization({ organizationId, userId });
  const batchId = (await inOrganization((db) => readRun(db, payload.runId)))?.subjectId;
  if (!batchId) return;
  if (userId === null) throw new Error('An import is undone on behalf of a member.');
  await followRun(inOrganization, payload, async (report, finish) => {
    const undone = await undoBatch(inOrganization, { batchId, organizationId, userId }, { report, finish });
    return { result: undone.kind === 'undone' ? undone.deleted : { code: undone.code } };
  });
}
