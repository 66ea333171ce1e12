import { gone } from '~/platform/http/responses.server';

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
