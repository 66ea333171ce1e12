import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.'))));
      });
  });

async function untilReady(address: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`The server ended:\n${said()}`);
    const isReady = await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`The server was not ready in five minutes:\n${said()}`);
}

/** `kill`: ends every process of it at once, as a power cut would; `start` brings it up again on the same folder. */
export type OwnServer = { address: string; start: () => Promise<void>; stop: () => Promise<void>; kill: () => Promise<void> };

/** A second server with a folder and a PostgreSQL of its own, no demonstration, and other settings than the one that all journeys share. The build is there already. */
export async function startServer(settings: Record<string, string>): Promise<OwnServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'manumit-own-'));
  chmodSync(folder, 0o755);
  const data = path.join(folder, 'data');
  const address = `http://localhost:${port}`;
  let log = '';
  let child: ChildProcess;
  const ended = () =>
    new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(null)));
  const start = async () => {
    child = spawn(process.execPath, ['--disable-warning=DeprecationWarning', 'server/start.js'], {
      env: { ...process.env, DATABASE_URL: '', DEMONSTRATION: 'off', PORT: String(port), DATA_DIR: data, PUBLIC_URL: '', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that its children can be killed with it.
      detached: true,
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
    await untilReady(address, child, () => log);
  };
  const stop = async () => {
    child.kill('SIGTERM');
    await ended();
    rmSync(folder, { recursive: true, force: true });
  };
  const kill = async () => {
    const noted = path.join(data, 'postgres-folder');
    const cluster = existsSync(noted) ? readFileSync(noted, 'utf8').trim() : path.join(data, 'postgres');
    const [postgres = ''] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    process.kill(Number(postgres), 'SIGKILL');
    await ended();
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, start, stop, kill };
}
