import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another Manumit process uses the data folder. The message is for the person at the terminal. */
export class DataFolderInUse extends Error {
  constructor(
    readonly dataDir: string,
    readonly pid: number,
    readonly holder: string,
  ) {
    super(
      `${dataDir} is in use by a running Manumit (process ${pid}${holder ? `, ${holder}` : ''}). Stop it first, or name another DATA_DIR.`,
    );
    this.name = 'DataFolderInUse';
  }
}

type Holder = { pid: number; startedAt: string; note: string };

const held = new Map<string, { count: number; note: string }>();

/**
 * Start time of a process in clock ticks since boot, '' where /proc does not tell.
 * With the pid it names one process for good: pids are used again, after a kill -9 in a container almost at once.
 */
function startTimeOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** True when a process with this id exists, whatever its owner. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readHolder(file: string): Holder | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const [pid = '', startedAt = '', note = ''] = text.split('\n');
  return /^\d+$/.test(pid) ? { pid: Number(pid), startedAt, note } : null;
}

/** The live process that uses the folder, or null. A lock left by a killed process does not count. */
export function findHolder(dataDir: string): { pid: number; note: string } | null {
  const holder = readHolder(join(dataDir, 'lock'));
  if (holder === null || !isAlive(holder.pid)) return null;
  if (holder.startedAt !== '' && startTimeOf(holder.pid) !== holder.startedAt) return null;
  return { pid: holder.pid, note: holder.note };
}

/**
 * Locks the data folder for this process; counted, so that the server and the database it starts may both lock it.
 * @returns the function that unlocks it. @throws DataFolderInUse when another live process has locked it.
 */
export function lockDataFolder(dataDir: string, note = ''): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'lock');
  const mine = held.get(file);
  if (mine !== undefined) mine.count++;
  else {
    const content = `${process.pid}\n${startTimeOf(process.pid)}\n${note}\n`;
    for (let attempt = 0; ; attempt++) {
      try {
        writeFileSync(file, content, { flag: 'wx' });
        break;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
        const holder = findHolder(dataDir);
        if (holder !== null && holder.pid !== process.pid) throw new DataFolderInUse(dataDir, holder.pid, holder.note);
        if (attempt > 3) throw error;
        rmSync(file, { force: true });
      }
    }
    held.set(file, { count: 1, note });
  }
  let released = false;
  return () => {
    const lock = held.get(file);
    if (released || lock === undefined) return;
    released = true;
    lock.count--;
    if (lock.count > 0) return;
    held.delete(file);
    rmSync(file, { force: true });
  };
}
