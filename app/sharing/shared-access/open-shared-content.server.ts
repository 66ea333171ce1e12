import { goneInMidRead } from '~/sharing/access-log/refuse-reading.server';
import { gone, notFound } from '~/platform/http/responses.server';
import type { SharedContent } from './read-shared-content.server';

/** Returns readable content. Throws 404 for what is not shared with the caller, 410 for what is no longer shared, also when access ends during the read. */
export async function openOrThrow(read: () => Promise<SharedContent>): Promise<Extract<SharedContent, { kind: 'open' }>> {
  const content = await goneInMidRead(read);
  if (content.kind === 'unknown') throw notFound();
  if (content.kind === 'over') throw gone();
  return content;
}
