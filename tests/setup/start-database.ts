import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate, setRolePasswords } from '../../prisma/migrate';
import { inDatabase } from './database-url';
import { startTestServer } from './run/server';

type Provided = { serverUrl: string; template: string; secret: string; dataDir: string };
declare module 'vitest' {
  interface ProvidedContext {
    database: Provided;
  }
}

async function onServer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function prepare(): Promise<{ provided: Provided; end: () => Promise<void> }> {
  const server = await startTestServer();
  const dataDir = mkdtempSync(join(tmpdir(), 'manumit-test-'));
  chmodSync(dataDir, 0o755);
  const template = `manumit_test_${randomBytes(4).toString('hex')}`;
  // Roles belong to the server: on one that others use too they may have passwords already, and APP_SECRET keeps them.
  const secret = process.env.APP_SECRET || 'a secret for tests only, of no use elsewhere';
  const templateUrl = inDatabase(server.url, template);
  const end = async () => {
    await onServer(server.url, async (client) => {
      const { rows } = await client.query(`SELECT datname AS name FROM pg_database WHERE datname LIKE $1`, [`${template}%`]);
      for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    });
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await onServer(server.url, async (client) => {
      await client.query(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`);
    });
    await migrate(templateUrl);
    await setRolePasswords(templateUrl, secret);
  } catch (error) {
    await end();
    throw error;
  }
  return { provided: { serverUrl: server.url, template, secret, dataDir }, end };
}

/** Kept across the projects of one run, each of which reads this file for itself. */
const shared = globalThis as { manumitTestDatabase?: { prepared: ReturnType<typeof prepare>; users: number } };

/** One server and one migrated template a run, from which each worker copies its own database. All of it is gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.manumitTestDatabase ??= { prepared: prepare(), users: 0 };
  const database = shared.manumitTestDatabase;
  database.users += 1;
  const { provided, end } = await database.prepared;
  project.provide('database', provided);
  return async () => {
    database.users -= 1;
    if (database.users > 0) return;
    delete shared.manumitTestDatabase;
    await end();
  };
}
