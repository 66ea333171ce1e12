import { forOrganization } from '~/access/tenant-db.server';
import { receiveOne } from './receive-answers.server';
import { followRun } from '~/platform/jobs/follow-run.server';
import { readRun } from '~/platform/jobs/read-run.server';
import type { JobOrder } from '~/platform/jobs/enqueue.server';

/** Takes in what a supplier submitted, or what follows from its sharing no more, where that failed when it happened. */
export async function run(payload: JobOrder): Promise<void> {
  const inOrganization = forOrganization({ organizationId: payload.organizationId });
  const responseId = (await inOrganization((db) => readRun(db, payload.runId)))?.subjectId;
  if (!responseId) return;
  await followRun(inOrganization, payload, async () => {
    await inOrganization((db) => receiveOne(db, { responseId, now: new Date() }), { timeoutMs: 60_000 });
    return {};
  });
}
