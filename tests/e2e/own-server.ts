import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
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

/** A second server with a folder of its own and other settings than the one that all journeys share. The pages are built already. */
export async function startServer(settings: Record<string, string>): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'manumit-own-'));
  chmodSync(folder, 0o755);
  let log = '';
  const child = spawn(process.execPath, ['--disable-warning=DeprecationWarning', 'server/start.js'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: path.join(folder, 'data'), PUBLIC_URL: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const stop = async () => {
    const ended = new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null)));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const address = `http://localhost:${port}`;
  try {
    await untilReady(address, child, () => log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}
