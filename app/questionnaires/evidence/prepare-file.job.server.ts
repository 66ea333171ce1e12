import { forOrganization } from '~/access/tenant-db.server';
import { prepareFile } from './prepare-file.server';
import type { JobPayload } from '~/platform/jobs/enqueue.server';

/** Scans a file of evidence and draws its pictures. The run is the file. */
export async function run({ organizationId, runId }: JobPayload): Promise<void> {
  await prepareFile(forOrganization({ organizationId }), { organizationId, fileId: runId, now: new Date() });
}
