import { type ChildProcess, execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ended, freePort, spawnApplication, untilReady } from '../setup/run/application';

export type PartOfServer = 'web' | 'worker' | 'postgres';

/**
 * `kill`: ends all its processes at once, like a power cut; `start` starts it again on the same folder. `parent`: the supervising process; `parts`: the
 * processes of one kind.
 */
export type OwnServer = {
  address: string;
  start: () => Promise<void>;
  stop: () => Promise<void>;
  kill: () => Promise<void>;
  parent: () => ChildProcess;
  parts: (part: PartOfServer) => number[];
  /** Its output so far. */
  log: () => string;
};

/** Processes that another started, with their commands. */
function childrenOf(parent: number | undefined): { pid: number; command: string }[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, of, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return Number(of) === parent ? [{ pid: Number(pid), command }] : [];
    });
}

/**
 * A second server with a separate folder and PostgreSQL, no demonstration, and other settings than the one that all journeys share. The build already exists.
 */
export async function startServer(settings: Record<string, string>): Promise<OwnServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'manumit-own-'));
  chmodSync(folder, 0o755);
  const data = path.join(folder, 'data');
  const address = `http://localhost:${port}`;
  let log = '';
  let child: ChildProcess;
  const start = async () => {
    child = spawnApplication(
      { DATABASE_URL: '', DEMONSTRATION: 'off', PORT: String(port), DATA_DIR: data, ...settings },
      { isLeader: true },
    );
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
    await untilReady(address, child, () => log);
  };
  const stop = async () => {
    child.kill('SIGTERM');
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const postgres = () => {
    const noted = path.join(data, 'postgres-folder');
    const cluster = existsSync(noted) ? readFileSync(noted, 'utf8').trim() : path.join(data, 'postgres');
    const [pid = ''] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(pid);
  };
  const kill = async () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    process.kill(postgres(), 'SIGKILL');
    await ended(child);
  };
  const parts = (part: PartOfServer) =>
    part === 'postgres'
      ? [postgres()]
      : childrenOf(child.pid).flatMap(({ pid, command }) => (command.includes(`processes/${part}.js`) ? [pid] : []));
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, start, stop, kill, parent: () => child, parts, log: () => log };
}
