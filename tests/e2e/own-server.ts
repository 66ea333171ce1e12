import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ended, freePort, spawnApplication, untilReady } from '../setup/run/application';

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
  const kill = async () => {
    const noted = path.join(data, 'postgres-folder');
    const cluster = existsSync(noted) ? readFileSync(noted, 'utf8').trim() : path.join(data, 'postgres');
    const [postgres = ''] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    process.kill(Number(postgres), 'SIGKILL');
    await ended(child);
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, start, stop, kill };
}
