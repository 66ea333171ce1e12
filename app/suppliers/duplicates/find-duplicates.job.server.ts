import { forOrganization } from '~/access/tenant-db.server';
import { findDuplicates } from './find-duplicates.server';
import { followRun } from '~/platform/jobs/follow-run.server';
import type { JobOrder } from '~/platform/jobs/enqueue.server';

/** Looks for suppliers of the payload's organization that may be one. */
export async function run(payload: JobOrder): Promise<void> {
  const inOrganization = forOrganization({ organizationId: payload.organizationId, userId: payload.userId });
  await followRun(inOrganization, payload, async (report) => ({ result: await findDuplicates(inOrganization, report) }));
}
