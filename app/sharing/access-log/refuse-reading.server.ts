import { gone } from '~/platform/http/responses.server';

/** SQLSTATE 42501: the database rejected an entry of the access log, because access ended after the content was read. */
const isRefused = (error: unknown): boolean => error instanceof Error && /42501|row-level security/.test(error.message);

/** Reads, and answers 410 where access ended during the read: then no content is returned. */
export async function goneInMidRead<Read>(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    if (isRefused(error)) throw gone();
    throw error;
  }
}
