import { forOrganization } from '~/access/tenant-db.server';
import { scoreAllSuppliers } from './score-all.server';
import { followRun } from '~/platform/jobs/follow-run.server';
import { readRun } from '~/platform/jobs/read-run.server';
import type { JobOrder } from '~/platform/jobs/enqueue.server';

/** Scores all suppliers of the payload's organization as of today; a run whose subject is an import, those that it touched. */
export async function run(payload: JobOrder): Promise<void> {
  const inOrganization = forOrganization({ organizationId: payload.organizationId, userId: payload.userId });
  const batchId = (await inOrganization((db) => readRun(db, payload.runId)))?.subjectId ?? null;
  await followRun(inOrganization, payload, async (report) => ({
    result: await scoreAllSuppliers(inOrganization, { asOf: new Date().toISOString().slice(0, 10), batchId, onProgress: report }),
  }));
}
