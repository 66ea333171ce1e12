import { gone, notFound } from '~/web/responses.server';
import type { SharedContent } from './read-shared-content.server';

/** SQLSTATE 42501: the database took no entry of the read log, because the access ended after the content was read. */
const isRefused = (error: unknown): boolean => error instanceof Error && /42501|row-level security/.test(error.message);

/** What may be read, or the answer of a door: 404 for what is not shared with the caller, 410 for what is not any more, also in mid-read. */
export async function openOrThrow(read: () => Promise<SharedContent>): Promise<Extract<SharedContent, { kind: 'open' }>> {
  let content: SharedContent;
  try {
    content = await read();
  } catch (error) {
    if (isRefused(error)) throw gone();
    throw error;
  }
  if (content.kind === 'unknown') throw notFound();
  if (content.kind === 'over') throw gone();
  return content;
}
