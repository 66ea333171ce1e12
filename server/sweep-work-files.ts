import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { log } from '~/platform/log/log.server';

/** No file is worked on for so long. */
const oldest = 60 * 60_000;

/** Removes what killed processes left of files that they worked on: pictures as a camera wrote them may be among them. @returns how many */
export async function sweepWorkFiles(dataDir: string, now = Date.now()): Promise<number> {
  const folder = join(dataDir, 'work');
  const names = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (!found?.isFile() || now - found.mtimeMs < oldest) continue;
    await rm(join(folder, name), { force: true });
    removed += 1;
  }
  return removed;
}

/** Does so now and every hour. @returns how to stop */
export function keepSwept(dataDir: string): () => void {
  const sweep = () => void sweepWorkFiles(dataDir).catch((error: unknown) => log('work-files.not-removed', { error }));
  sweep();
  const timer = setInterval(sweep, oldest);
  timer.unref();
  return () => clearInterval(timer);
}
