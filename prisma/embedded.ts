import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { provideClusterFolder } from './postgres/cluster-folder';
import { endLeftovers } from './postgres/end-leftovers';
import { findHolder, lockDataFolder } from './postgres/data-folder-lock';
import { provideNativeFiles } from './postgres/native-files';
import { prepareOwner } from './postgres/prepare-owner';
import { chooseAccount } from './postgres/run-as';
import { adoptServer, createCluster, type Running, readRunningPort, spawnServer, stopServer } from './postgres/server-process';
import { watchServer } from './postgres/watch-server';

export { DataFolderInUse, lockDataFolder } from './postgres/data-folder-lock';

export type Database = {
  url: string;
  superuserUrl: string;
  stop: () => Promise<void>;
  /** Called each time the server ends without being stopped. */
  onGone: (listener: (how: string) => void) => void;
  /** Restarts it at the same address, after ending what the previous server left running. @throws with PostgreSQL's own message */
  startAgain: () => Promise<void>;
};

/** The secret of one name in the data folder, made on first use, readable by its owner only. */
export function provideSecret(dataDir: string, name: string): string {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, name);
  if (existsSync(file)) {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length < 16) throw new Error(`${file} is too short to be a secret: delete it if nothing depends on it, or restore it.`);
    return secret;
  }
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}

function urlOf({ user, password, port, database }: { user: string; password: string; port: number; database: string }): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * Starts PostgreSQL from the npm package in `dataDir`, on a free port of 127.0.0.1, as an account it accepts.
 * A server left over by a killed run is adopted. The returned `url` is that of the owner of the database `manumit`, who may make roles
 * and databases and is not a superuser: the same footing as with DATABASE_URL.
 * @param settings further server settings, such as `fsync=off` for a server that is thrown away
 * @param say gets one line for each thing a person should know
 * @throws DataFolderInUse when another live process runs on the folder
 */
export async function startDatabase({
  dataDir,
  say = console.log,
  settings = [],
}: {
  dataDir: string;
  say?: (line: string) => void;
  settings?: string[];
}): Promise<Database> {
  const folder = resolve(dataDir);
  const unlock = lockDataFolder(folder);
  try {
    const account = chooseAccount();
    const native = provideNativeFiles(folder, account, say);
    const cluster = provideClusterFolder(folder, account, say);
    const superuser = { user: 'manumit_superuser', password: provideSecret(folder, 'postgres-superuser-password') };
    const owner = { user: 'manumit_owner', password: provideSecret(folder, 'postgres-owner-password') };
    if (!existsSync(join(cluster, 'PG_VERSION'))) await createCluster({ native, cluster, account, superuser });
    const bringUp = async (port?: number): Promise<Running> => {
      const adopted = await adoptServer({ cluster, superuser, say });
      if (adopted !== null && (port === undefined || adopted.port === port)) return adopted;
      await endLeftovers(cluster, account);
      return spawnServer({ native, cluster, account, superuser, logFile: join(folder, 'postgres.log'), settings, port });
    };
    let running = await bringUp();
    let listener: (how: string) => void = () => {};
    const watch = () => watchServer(running.pid, () => listener(`process ${running.pid} is gone`));
    let endWatch = watch();
    const superuserUrl = urlOf({ ...superuser, port: running.port, database: 'postgres' });
    const stop = async () => {
      endWatch();
      await stopServer({ native, cluster, pid: running.pid });
      unlock();
    };
    const startAgain = async () => {
      running = await bringUp(running.port);
      endWatch = watch();
    };
    const onGone = (onEnd: (how: string) => void) => {
      listener = onEnd;
    };
    try {
      await prepareOwner({ superuserUrl, owner, database: 'manumit' });
    } catch (error) {
      await stop();
      throw error;
    }
    return { url: urlOf({ ...owner, port: running.port, database: 'manumit' }), superuserUrl, stop, onGone, startAgain };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * For command-line tools: the owner's URL of `databaseUrl` when given, of the server that already runs on `dataDir`, or of one started
 * for the occasion. Calling `stop` stops only the last.
 */
export async function reachDatabase({
  dataDir,
  databaseUrl,
}: {
  dataDir: string;
  databaseUrl?: string | undefined;
}): Promise<Pick<Database, 'url' | 'stop'>> {
  if (databaseUrl) return { url: databaseUrl, stop: async () => {} };
  const folder = resolve(dataDir);
  if (findHolder(folder) !== null) {
    const note = join(folder, 'postgres-folder');
    const port = readRunningPort(existsSync(note) ? readFileSync(note, 'utf8').trim() : join(folder, 'postgres'));
    const password = provideSecret(folder, 'postgres-owner-password');
    if (port !== null) return { url: urlOf({ user: 'manumit_owner', password, port, database: 'manumit' }), stop: async () => {} };
  }
  return startDatabase({ dataDir: folder, say: console.error });
}

/** Whether a cluster has been made in this data folder. */
export function hasCluster(dataDir: string): boolean {
  return (
    existsSync(join(dataDir, 'postgres-folder')) ||
    statSync(join(dataDir, 'postgres', 'PG_VERSION'), { throwIfNoEntry: false }) !== undefined
  );
}
