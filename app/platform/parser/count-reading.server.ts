import { countAttempt } from '~/access/rate-limit.server';
import { addressOfRequest } from '~/access/request-memory.server';

/** Who sends files: the organization in which they are read, and from where they come. */
export type Sender = { organizationId: string; address: string };

/** Counts a file that is sent to be read. 0 when it may be read, else the minutes until the next may. */
export async function countReading({ organizationId, address }: Sender): Promise<number> {
  const seconds = Math.max(await countAttempt('read-address', address), await countAttempt('read-organization', organizationId));
  return Math.ceil(seconds / 60);
}

/** Counts a document or a picture that is sent within a request, of which there are more. Whether it may be read now; else in ten minutes at most. */
export async function mayReadDocument(organizationId: string): Promise<boolean> {
  const address = addressOfRequest();
  const seconds = [
    address === null ? 0 : await countAttempt('document-address', address),
    await countAttempt('document-organization', organizationId),
  ];
  return Math.max(...seconds) === 0;
}
