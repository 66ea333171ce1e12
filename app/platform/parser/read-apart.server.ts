import { writeFile } from 'node:fs/promises';
import { shareOf } from '~/env.server';
import { withWorkFile } from '~/platform/files/work-file.server';
import { openPool, type ReadAnswer, type ReaderPool, type ReadJob } from './reader-pool.server';

/**
 * Files read within a request; large lists of the queue; pictures; reports that are drawn again: no kind waits for another. The figures are
 * those of the installation: several web processes divide them.
 */
const pools: Record<'table' | 'list' | 'picture' | 'report', ReaderPool> = {
  table: openPool({ processes: shareOf(2), heapMegabytes: 512, waiting: shareOf(40), waitingOfOne: shareOf(10) }),
  list: openPool({ processes: 1, heapMegabytes: 2_000 }),
  picture: openPool({ processes: shareOf(2), heapMegabytes: 512, waiting: shareOf(200), waitingOfOne: shareOf(100) }),
  report: openPool({ processes: 1, heapMegabytes: 768, waiting: shareOf(40), waitingOfOne: shareOf(10) }),
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
