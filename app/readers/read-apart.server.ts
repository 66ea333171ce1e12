import { writeFile } from 'node:fs/promises';
import { withWorkFile } from '~/web/work-file.server';
import { openPool, type ReadAnswer, type ReaderPool, type ReadJob } from './reader-pool.server';

/** Files that somebody waits for; lists of the queue, which are large; pictures; reports, which are drawn again: none waits for another kind. */
const pools: Record<'table' | 'list' | 'picture' | 'report', ReaderPool> = {
  table: openPool({ processes: 2, heapMegabytes: 512 }),
  list: openPool({ processes: 1, heapMegabytes: 2_000 }),
  picture: openPool({ processes: 2, heapMegabytes: 512, waiting: 200, waitingOfOne: 100 }),
  report: openPool({ processes: 1, heapMegabytes: 768 }),
};
export type PoolName = keyof typeof pools;

let readings = 0;
/** How many files this process has had read by another. */
export const readingsSoFar = (): number => readings;

/** A file as bytes, or as it lies on this machine. */
export type GivenFile = { bytes: Uint8Array } | { path: string };

/** Has a file read in a process apart (`README.md`). Never throws for what is in the file. */
export async function readApart<Answer>(pool: PoolName, file: GivenFile, job: Omit<ReadJob<Answer>, 'path'>): Promise<ReadAnswer<Answer>> {
  readings += 1;
  if ('path' in file) return pools[pool]({ ...job, path: file.path });
  return withWorkFile(async (path) => {
    await writeFile(path, file.bytes, { mode: 0o600 });
    return pools[pool]({ ...job, path });
  });
}
