import { readFile } from 'node:fs/promises';

const pageBytes = 4096;

/** Resident memory of a process in bytes, from Linux; 0 where unknown, and only the heap limit applies. */
export async function memoryOf(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * pageBytes;
}
