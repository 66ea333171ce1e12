import { readFile } from 'node:fs/promises';

const pageBytes = 4096;

/** Bytes of memory that a process holds, as Linux counts them; 0 where nobody says, and the heap's own limit alone counts. */
export async function memoryOf(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * pageBytes;
}
