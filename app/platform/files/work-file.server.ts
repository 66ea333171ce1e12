import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { environment } from '~/env.server';

/** Gives `work` the path of a file of its own to write to, and removes it, and what was written beside it under the same name, afterwards. */
export async function withWorkFile<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = path.join(environment().DATA_DIR, 'work');
  const file = path.join(folder, randomUUID());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    return await work(file);
  } finally {
    await rm(file, { force: true });
  }
}

/** SHA-256 and size of a file, read as a stream. */
export async function digestFile(file: string): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}
