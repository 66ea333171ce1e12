import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Watches how much memory a process and all its children hold together; answers the most that it saw, in MB. */
export function watchMemory(child: ChildProcess): () => number {
  let most = 0;
  const look = () => {
    most = Math.max(most, memoryOf(child.pid ?? 0));
  };
  const timer = setInterval(look, 50);
  return () => {
    look();
    clearInterval(timer);
    return most;
  };
}

/** Proportional set size of a process and its children, in MB: what they share counts once. 0 where the system does not tell. */
function memoryOf(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readOr(`/proc/${name}/stat`);
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0));
  }
  const isWithin = (each: number): boolean => each === pid || (each > 1 && parents.has(each) && isWithin(parents.get(each) ?? 0));
  const kilobytes = [...parents.keys()].filter(isWithin).map((each) => /^Pss:\s+(\d+)/m.exec(readOr(`/proc/${each}/smaps_rollup`))?.[1]);
  return kilobytes.reduce((sum, each) => sum + Number(each ?? 0), 0) / 1024;
}

/** A file's text; none where it went meanwhile. */
function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
