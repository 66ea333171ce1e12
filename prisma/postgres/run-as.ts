import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Who PostgreSQL runs as: `{}` is the caller; PostgreSQL refuses to run as root. */
export type RunAs = { uid?: number; gid?: number };

function idOf(user: string): RunAs | null {
  try {
    const uid = Number(execFileSync('id', ['-u', user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    const gid = Number(execFileSync('id', ['-g', user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid, gid };
  } catch {
    return null;
  }
}

/** The account PostgreSQL runs under: our own, or as root `postgres` (created when missing), else `nobody`. */
export function chooseAccount(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const existing = idOf('postgres');
  if (existing !== null) return existing;
  spawnSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' });
  spawnSync('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres'], { stdio: 'ignore' });
  const account = idOf('postgres') ?? idOf('nobody');
  if (account === null)
    throw new Error('PostgreSQL cannot run as root, and no account "postgres" could be made. Start Manumit as an ordinary user.');
  return account;
}

/** Whether that account may enter and read the folder. Asked by trying, so that access lists and mounts count too. */
export function canEnter(folder: string, account: RunAs): boolean {
  if (account.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1" && test -r .', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A folder of the system's state or temporary directory that every account may enter; made by us, never one found there. */
export function makeOpenFolder(name: string): string {
  for (const base of ['/var/lib/manumit', '/var/tmp', tmpdir()]) {
    try {
      if (base === '/var/lib/manumit') mkdirSync(base, { recursive: true, mode: 0o755 });
      const folder = mkdtempSync(join(base, `${base === '/var/lib/manumit' ? '' : 'manumit-'}${name}-`));
      chmodSync(folder, 0o755);
      return folder;
    } catch {
      // the next base may be writable
    }
  }
  throw new Error('No folder was found that PostgreSQL may enter. Name one as DATA_DIR.');
}

/** Folders of that name that we made earlier in the state directory, writable only by their owner. */
export function findOpenFolders(name: string): string[] {
  const base = '/var/lib/manumit';
  try {
    return readdirSync(base)
      .filter((entry) => entry.startsWith(`${name}-`))
      .map((entry) => join(base, entry))
      .filter((folder) => statSync(folder).uid === process.getuid?.());
  } catch {
    return [];
  }
}
