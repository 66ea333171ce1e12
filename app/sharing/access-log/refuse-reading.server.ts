import { gone, notFound } from '~/web/responses.server';
import type { SharedContent } from '~/sharing/shared-access/read-shared-content.server';

/** SQLSTATE 42501: the database took no entry of the read log, because the access ended after the content was read. */
const isRefused = (error: unknown): boolean => error instanceof Error && /42501|row-level security/.test(error.message);

/** Reads, and answers 410 where the access ended in mid-read: then nothing of it was kept, and nothing leaves. */
export async function goneInMidRead<Read>(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    if (isRefused(error)) throw gone();
    throw error;
  }
}

/** The shared content, or a response: 404 for what is not shared with the caller, 410 for what no longer is, also in mid-read. */
export async function openOrThrow(read: () => Promise<SharedContent>): Promise<Extract<SharedContent, { kind: 'open' }>> {
  const content = await goneInMidRead(read);
  if (content.kind === 'unknown') throw notFound();
  if (content.kind === 'over') throw gone();
  return content;
}
