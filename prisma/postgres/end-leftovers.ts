import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunAs } from './run-as';

const patience = 10_000;

/**
 * Ends what a server left running whose first process was killed: its other processes end when they notice, but one in the middle of a query does not, and
 * while any exists no server may start on their files. These are the processes named postgres that work in the folder; a server is distinguished from its
 * processes by its pid file, so call this only when that server is gone. Without /proc, PostgreSQL itself refuses to start and is tried again.
 */
export async function endLeftovers(cluster: string, account: RunAs): Promise<void> {
  const deadline = performance.now() + patience;
  for (let tries = 0; ; tries += 1) {
    const left = processesIn(cluster, account);
    if (left.length === 0) return;
    if (performance.now() > deadline) throw new Error(`Processes of an earlier PostgreSQL still run on ${cluster}: ${left.join(', ')}.`);
    // What they had not committed is lost with the server already; the log of what they had is replayed.
    for (const pid of left) endProcess(pid, tries < 10 ? 'SIGQUIT' : 'SIGKILL');
    await sleep(100);
  }
}

function endProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // already gone
  }
}

/** Asked as the account that runs them: in a container not even root may see in which folder another's process works. */
function processesIn(cluster: string, account: RunAs): number[] {
  if (process.platform !== 'linux') return [];
  const script =
    'for p in /proc/[0-9]*; do [ "$(cat "$p/comm" 2>/dev/null)" = postgres ] && [ "$(readlink "$p/cwd")" = "$1" ] && echo "$p"; done; true';
  const { stdout } = spawnSync('/bin/sh', ['-c', script, 'sh', realpathSync(cluster)], { ...account, cwd: '/', encoding: 'utf8' });
  return (stdout ?? '')
    .split('\n')
    .map((folder) => Number(folder.slice('/proc/'.length)))
    .filter((pid) => pid > 0 && !isZombie(pid));
}

/** A zombie: ended, not yet reaped by its parent, without resources. */
function isZombie(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}
