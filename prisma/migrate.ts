import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { checkBaseline, readApplied } from './check-baseline';
import { migrationNames } from './migration-names';
import { readMigrations, withSchemaEngine } from './schema-engine';

export { appUrl, derivePassword, loginRoles, setRolePasswords } from './role-passwords';

const oneAtATime = 0x6d_61_6e_75;

/** PostgreSQL versions older than this lack what the migrations use. */
const oldestServer = 150_000;

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name, current_setting('server_encoding') AS encoding,
       (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) AS "canMakeRoles", current_user AS "user"`,
  );
  const server = rows[0];
  if (server.version < oldestServer) throw new Error(`The database server is PostgreSQL ${server.name}; Manumit needs 15 or newer.`);
  if (server.encoding !== 'UTF8')
    throw new Error(
      `The database is encoded in ${server.encoding}; Manumit needs UTF8 (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0).`,
    );
  if (!server.canMakeRoles) throw new Error(`The database user ${server.user} may not make roles: ALTER ROLE ${server.user} CREATEROLE.`);
}

/**
 * Applies the migrations that the database of `ownerUrl` lacks, the queue's own first. One caller at a time; others wait.
 * @returns names of the migrations applied now
 * @throws with a plain message when the server is too old, not in UTF-8, the user may not create roles, or the database was created by another baseline
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    await checkServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [oneAtATime]);
    const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
    pool.on('error', () => {});
    pool.on('connect', (connection) => connection.on('error', () => {}));
    try {
      await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) });
    } finally {
      await pool.end();
    }
    await checkBaseline(client);
    if (await isUpToDate(client, migrationNames())) return [];
    const result = await withSchemaEngine(ownerUrl, (engine) =>
      engine.applyMigrations({ migrationsList: readMigrations(), filters: { externalTables: [], externalEnums: [] } }),
    );
    return result.appliedMigrationNames;
  } finally {
    await client.end();
  }
}

/** Every migration of the folder is recorded as finished: then the engine need not be loaded at all. */
async function isUpToDate(client: pg.Client, names: string[]): Promise<boolean> {
  const applied = (await readApplied(client)).map(({ name }) => name);
  return names.every((name) => applied.includes(name)) && applied.length === names.length;
}
