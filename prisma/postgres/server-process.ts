import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from './data-folder-lock';
import type { RunAs } from './run-as';

/**
 * Before it recovers from a crash, PostgreSQL has the whole folder written to disk: file by file that took 5.5 of 8 seconds, on a database of 2,000 files. Linux does it at
 * once, and says from 5.8 on when it failed.
 */
const quickRecovery = isLinuxFrom(5, 8) ? ['recovery_init_sync_method=syncfs'] : [];

function isLinuxFrom(major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = release().split('.').map(Number);
  return process.platform === 'linux' && (ownMajor > major || (ownMajor === major && ownMinor >= minor));
}

type Superuser = { user: string; password: string };
export type Running = { pid: number; port: number };

const program = (native: string, name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

// Neither the language of the caller nor its PG* settings may reach the server.
const serverEnvironment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  SystemRoot: process.env.SystemRoot,
  TEMP: process.env.TEMP,
});

/** Makes a cluster in UTF-8 whatever LANG says. @throws with initdb's own message. */
export async function createCluster(options: { native: string; cluster: string; account: RunAs; superuser: Superuser }): Promise<void> {
  const { native, cluster, account, superuser } = options;
  const folder = mkdtempSync(join(tmpdir(), 'manumit-'));
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${superuser.password}\n`, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined)
    for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid);
  const run = (locale: string[]) =>
    spawnSync(
      program(native, 'initdb'),
      [
        `--pgdata=${cluster}`,
        `--username=${superuser.user}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-instructions',
        ...locale,
      ],
      { ...account, cwd: '/', env: serverEnvironment(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    );
  try {
    let result = run(['--locale=C.UTF-8']);
    if (result.status !== 0 && /invalid locale name/.test(result.stderr)) {
      result = run(['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']);
    }
    if (result.status !== 0)
      throw new Error(`PostgreSQL could not make its folder ${cluster}: ${(result.error?.message ?? result.stderr).trim()}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

async function answers(port: number, superuser: Superuser): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, ...superuser, database: 'postgres', connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function readPidFile(cluster: string): Running | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    return pid > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

/** The port of the server that runs on this cluster, or null. */
export function readRunningPort(cluster: string): number | null {
  const found = readPidFile(cluster);
  return found !== null && found.port > 0 && isAlive(found.pid) ? found.port : null;
}

/**
 * A server left running by a killed start: taken over when it answers. A pid file whose process is something else is removed, for
 * PostgreSQL would refuse to start while any process has that id. One whose process is gone stays: by it PostgreSQL knows whether others still use the memory of that server.
 */
export async function adoptServer(options: {
  cluster: string;
  superuser: Superuser;
  say: (line: string) => void;
}): Promise<Running | null> {
  const { cluster, superuser, say } = options;
  const found = readPidFile(cluster);
  if (found === null) return null;
  for (let attempt = 0; isAlive(found.pid); attempt++) {
    const now = readPidFile(cluster);
    if (now === null) return null;
    if (now.port > 0 && (await answers(now.port, superuser))) {
      say('The database of the last run was still up and is used again.');
      return now;
    }
    let command = '';
    try {
      command = readFileSync(`/proc/${found.pid}/cmdline`, 'utf8');
    } catch {
      // no /proc: the process is taken for PostgreSQL
      command = 'postgres';
    }
    if (!command.includes('postgres')) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return null;
    }
    if (attempt >= 100)
      throw new Error(`PostgreSQL (process ${found.pid}) runs on ${cluster} but does not answer. Stop it and start again.`);
    await sleep(100);
  }
  return null;
}

/** Starts the server in its own process group, so that Ctrl+C reaches us and we stop it in order. `port`: that and no other; else any free one. */
export async function spawnServer(options: {
  native: string;
  cluster: string;
  account: RunAs;
  superuser: Superuser;
  logFile: string;
  settings: string[];
  port?: number | undefined;
}): Promise<Running> {
  const { native, cluster, account, superuser, logFile } = options;
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) truncateSync(logFile, 0);
  for (let attempt = 0; ; attempt++) {
    const port = options.port ?? (await freePort());
    const log = openSync(logFile, 'a');
    const from = statSync(logFile).size;
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=100',
      'shared_buffers=128MB',
      'jit=off',
      ...quickRecovery,
      ...options.settings,
    ];
    const child = spawn(
      program(native, 'postgres'),
      ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      {
        ...account,
        cwd: '/',
        detached: true,
        env: serverEnvironment(),
        stdio: ['ignore', log, log],
      },
    );
    closeSync(log);
    let failure: string | null = null;
    child.once('error', (error) => {
      failure = error.message;
    });
    child.once('exit', (code, signal) => {
      failure ??= `it ended (${signal ?? code}): ${lastLines(logFile, from)}`;
    });
    child.unref();
    const deadline = performance.now() + 60_000;
    while (failure === null && performance.now() < deadline) {
      if (child.pid !== undefined && (await answers(port, superuser))) return { pid: child.pid, port };
      await sleep(50);
    }
    const reason: string = failure ?? 'it does not answer after a minute';
    if (child.pid !== undefined && failure === null) child.kill('SIGINT');
    const isPortTaken = reason.includes('Address already in use') || reason.includes('could not bind');
    if (!isPortTaken || attempt >= 4) throw new Error(`PostgreSQL did not start on ${cluster}: ${reason}`);
  }
}

/** Ends the server in order (open transactions are rolled back) and waits until it is gone, at most half a minute. */
export async function stopServer({ native, cluster, pid }: { native: string; cluster: string; pid: number }): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(program(native, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w'], { stdio: 'ignore' });
    return;
  }
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch {
      // already gone
    }
  };
  signal('SIGINT');
  const deadline = performance.now() + 30_000;
  while (isAlive(pid)) {
    if (performance.now() > deadline) {
      signal('SIGQUIT');
      return;
    }
    await sleep(25);
  }
}

/** The last lines that a log got since its byte `from`; the log of a server that ran for long may be larger than memory. */
function lastLines(logFile: string, from: number): string {
  const log = openSync(logFile, 'r');
  try {
    const { size } = fstatSync(log);
    const start = Math.max(from, size - 4_096);
    const bytes = Buffer.alloc(Math.max(0, size - start));
    readSync(log, bytes, 0, bytes.length, start);
    return bytes.toString('utf8').trim().split('\n').slice(-6).join('\n');
  } finally {
    closeSync(log);
  }
}
