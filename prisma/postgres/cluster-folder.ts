import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canEnter, makeOpenFolder, type RunAs } from './run-as';

/**
 * The folder of the database files: `postgres` in the data folder; another, remembered and named, when PostgreSQL's account cannot
 * enter that one.
 * @throws when the folder belongs to another account: PostgreSQL opens only what is its own.
 */
export function provideClusterFolder(dataDir: string, account: RunAs, say: (line: string) => void): string {
  const note = join(dataDir, 'postgres-folder');
  const moved = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  if (moved !== '' && !existsSync(moved))
    throw new Error(`The database of ${dataDir} lies in ${moved} (says ${note}), and that folder is gone.`);
  let folder = moved || join(dataDir, 'postgres');
  if (moved === '' && !existsSync(join(folder, 'PG_VERSION')) && !canEnter(dataDir, account)) {
    folder = join(makeOpenFolder('data'), 'postgres');
    writeFileSync(note, `${folder}\n`);
    say(`PostgreSQL's account cannot enter ${dataDir}: the database is kept in ${folder}.`);
  }
  const owner = account.uid ?? process.getuid?.();
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  } else if (owner !== undefined && found.uid !== owner) {
    const advice = account.uid === undefined ? 'start Manumit as root' : 'start Manumit as that user';
    throw new Error(
      `${folder} belongs to account ${found.uid}, and PostgreSQL would run as ${owner}: ${advice}, or name another DATA_DIR.`,
    );
  } else if (process.platform !== 'win32') chmodSync(folder, 0o700);
  if (!canEnter(folder, account))
    throw new Error(`PostgreSQL's account cannot enter ${folder}. Open the folders above it, or name another DATA_DIR.`);
  return folder;
}
