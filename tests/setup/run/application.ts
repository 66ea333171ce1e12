import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabase } from './server';

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.'))));
      });
  });

/** Starts the built application on a port. `isLeader`: in its own process group, so that its children can be killed with it. */
export function spawnApplication(
  env: Record<string, string>,
  { isLeader = false, stdio = 'pipe' as 'pipe' | 'inherit' } = {},
): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=DeprecationWarning', 'server/start.js'], {
    // One web process, as one browser and two cores need no more.
    env: { ...process.env, PUBLIC_URL: '', WEB_PROCESSES: '1', TRANSACTION_SECONDS: '120', ...env },
    stdio: ['ignore', stdio === 'pipe' ? 'pipe' : 'ignore', stdio],
    detached: isLeader,
  });
}

/** Waits for the application’s response. `said`: its output. @throws when it ended, or is not ready in five minutes */
export async function untilReady(address: string, child: ChildProcess, said = () => ''): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`The server ended:\n${said()}`);
    const isReady = await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`The server was not ready in five minutes:\n${said()}`);
}

/** Resolves when the process has ended. */
export const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()));

type Env = Record<string, string>;

/** The application with the demonstration in a new database on the server, for `work`, which receives its address. Removed afterwards. */
export async function withApplication<T>(
  { server, secret }: { server: string; secret: string },
  work: (env: Env) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'manumit-e2e-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  try {
    return await withDatabase(server, async (url) => {
      const child = spawnApplication(
        { DATABASE_URL: url, APP_SECRET: secret, PORT: String(port), DATA_DIR: folder, SMTP_URL: '', LOG_LEVEL: 'warn' },
        { stdio: 'inherit' },
      );
      try {
        await untilReady(address, child);
        return await work({ DATABASE_URL: url, E2E_BASE_URL: address, E2E_DATA_DIR: folder });
      } finally {
        child.kill('SIGTERM');
        await ended(child);
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
