import { forOrganization } from '~/access/tenant-db.server';
import { compareScores } from './compare-scores.server';
import { followRun } from '~/platform/jobs/follow-run.server';
import { readRun } from '~/platform/jobs/read-run.server';
import type { JobOrder } from '~/platform/jobs/enqueue.server';

/** Works out what the edition that is the run's subject would change, as of today; the result of the run says it. */
export async function run(payload: JobOrder): Promise<void> {
  const inOrganization = forOrganization({ organizationId: payload.organizationId, userId: payload.userId });
  const editionId = (await inOrganization((db) => readRun(db, payload.runId)))?.subjectId;
  if (!editionId) return;
  await followRun(inOrganization, payload, async (report) => {
    const compared = await compareScores(inOrganization, { editionId, asOf: new Date().toISOString().slice(0, 10), onProgress: report });
    return compared ? { result: compared } : undefined;
  });
}
