import { forOrganization } from '~/access/tenant-db.server';
import { scoreMerged } from './score-merged.server';
import { followRun } from '~/platform/jobs/follow-run.server';
import { readRun } from '~/platform/jobs/read-run.server';
import type { JobOrder } from '~/platform/jobs/enqueue.server';

/** Scores what the run's merge, split or undo touched. */
export async function run(payload: JobOrder): Promise<void> {
  const inOrganization = forOrganization({ organizationId: payload.organizationId, userId: payload.userId });
  const mergeId = (await inOrganization((db) => readRun(db, payload.runId)))?.subjectId;
  if (!mergeId) return;
  await followRun(inOrganization, payload, async () => ({
    result: await scoreMerged(inOrganization, { mergeId, asOf: new Date().toISOString().slice(0, 10) }),
  }));
}
