import { countAttempt } from '~/access/rate-limit.server';

/** Who sends files: the organization in which they are read, and from where they come. */
export type Sender = { organizationId: string; address: string };

/** Counts a file that is sent to be read. 0 when it may be read, else the minutes until the next may. */
export async function countReading({ organizationId, address }: Sender): Promise<number> {
  const seconds = Math.max(await countAttempt('read-address', address), await countAttempt('read-organization', organizationId));
  return Math.ceil(seconds / 60);
}
