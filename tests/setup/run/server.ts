import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startDatabase } from '../../../prisma/embedded';
import { migrate, setRolePasswords } from '../../../prisma/migrate';
import { inDatabase } from '../database-url';

/** The server is removed after the run, so durability is unnecessary. */
const lossy = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'];
/** No background work of the server beside the tests. */
const quiet = ['autovacuum=off', 'checkpoint_timeout=1d', 'max_wal_size=2GB'];

/** A PostgreSQL server for one run: TEST_DATABASE_URL or DATABASE_URL, else the embedded one in a temporary folder, which may lose what it wrote. */
export async function startTestServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const dataDir = mkdtempSync(join(tmpdir(), 'manumit-test-'));
  chmodSync(dataDir, 0o755);
  const { url, stop } = await startDatabase({
    dataDir,
    say: () => {},
    settings: [...lossy, ...quiet],
  });
  return {
    url,
    stop: async () => {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs `work` as the owner of the server. */
export async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates a migrated database, which each worker copies, and sets the passwords of the application’s roles from `secret`. @returns its name */
export async function makeTemplate(server: string, secret: string): Promise<string> {
  const name = `manumit_test_${randomBytes(4).toString('hex')}`;
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`));
  try {
    await migrate(inDatabase(server, name));
    await setRolePasswords(inDatabase(server, name), secret);
  } catch (error) {
    await dropCopies(server, name);
    throw error;
  }
  return name;
}

/** Waits until only the owner is connected: a process that has ended may still be closing, and the owner may not end a connection of another role. */
async function untilAlone(client: pg.Client, database: string): Promise<void> {
  const isAlone = async () => {
    const others = `SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND usename <> current_user LIMIT 1`;
    return (await client.query(others, [database])).rowCount === 0;
  };
  for (let tries = 0; tries < 600 && !(await isAlone()); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Drops a template and every copy of it. */
export const dropCopies = (server: string, template: string) =>
  onServer(server, async (client) => {
    const { rows } = await client.query<{ name: string }>(`SELECT datname AS name FROM pg_database WHERE datname LIKE $1`, [
      `${template}%`,
    ]);
    for (const { name } of rows) {
      await untilAlone(client, name);
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    }
  });

/** Creates an empty database on the server for `work`, and drops it afterwards. */
export async function withDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `manumit_e2e_${randomBytes(4).toString('hex')}`;
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`));
  try {
    return await work(inDatabase(server, name));
  } finally {
    await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }
}
