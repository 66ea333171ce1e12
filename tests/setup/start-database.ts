import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startDatabase } from '../../prisma/embedded';
import { migrate, setRolePasswords } from '../../prisma/migrate';
import { inDatabase } from './database-url';

declare module 'vitest' {
  interface ProvidedContext {
    database: { serverUrl: string; template: string; secret: string; dataDir: string };
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

/**
 * One server a run (TEST_DATABASE_URL, DATABASE_URL, or the embedded one in a temporary folder) and one migrated template, from which each
 * worker copies its own database. All of it is gone afterwards.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'manumit-test-'));
  chmodSync(dataDir, 0o755);
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  const server = given
    ? { url: given, stop: async () => {} }
    : await startDatabase({ dataDir, say: () => {}, settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] });
  const template = `manumit_test_${randomBytes(4).toString('hex')}`;
  // On a server that others use too, its roles may have passwords already: APP_SECRET keeps them.
  const secret = process.env.APP_SECRET || 'a secret for tests only, of no use elsewhere';
  const templateUrl = inDatabase(server.url, template);
  try {
    await onServer(server.url, async (client) => {
      await client.query(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`);
    });
    await migrate(templateUrl);
    await setRolePasswords(templateUrl, secret);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('database', { serverUrl: server.url, template, secret, dataDir });
  return async () => {
    await onServer(server.url, async (client) => {
      const { rows } = await client.query(`SELECT datname AS name FROM pg_database WHERE datname LIKE $1`, [`${template}%`]);
      for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    });
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
