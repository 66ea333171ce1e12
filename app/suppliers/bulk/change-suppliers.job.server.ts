import { forOrganization } from '~/access/tenant-db.server';
import { followRun } from '~/platform/jobs/follow-run.server';
import { readRun } from '~/platform/jobs/read-run.server';
import { changeInJob } from './change-suppliers.server';
import type { JobOrder } from '~/platform/jobs/enqueue.server';

/** Changes the suppliers of a selection that is too large for a request. */
export async function run(payload: JobOrder): Promise<void> {
  const { organizationId, userId, runId } = payload;
  const inOrganization = forOrganization({ organizationId, userId });
  const input = (await inOrganization((db) => readRun(db, runId)))?.input;
  if (!input || userId === null) return;
  await followRun(inOrganization, payload, async (report) => ({ result: await changeInJob(inOrganization, { input, userId, report }) }));
}
