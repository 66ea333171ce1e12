import { forOrganization } from '~/access/tenant-db.server';
import type { JobPayload } from '~/platform/jobs/enqueue.server';
import { addTimestamp } from './signature-additions.server';

/** Adds the time stamps that a service did not give when a document was signed. The run is the document. @throws while it does not answer, so that the queue tries again */
export async function run({ organizationId, runId: documentId }: JobPayload): Promise<void> {
  const inOrganization = forOrganization({ organizationId });
  const signed = await inOrganization((db) => db.documentSignature.findMany({ where: { documentId }, select: { form: true } }));
  const outcomes: string[] = [];
  for (const { form } of signed) outcomes.push(await addTimestamp(inOrganization, { documentId, form, organizationId, now: new Date() }));
  if (outcomes.includes('failed')) throw new Error('The time stamp service gave no stamp.');
}
