import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startDatabase } from '../../../prisma/embedded';
import { inDatabase } from '../database-url';

/** A PostgreSQL server for one run: TEST_DATABASE_URL or DATABASE_URL, else the embedded one in a temporary folder, which may lose what it wrote. */
export async function startTestServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const dataDir = mkdtempSync(join(tmpdir(), 'manumit-test-'));
  chmodSync(dataDir, 0o755);
  const { url, stop } = await startDatabase({
    dataDir,
    say: () => {},
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  });
  return {
    url,
    stop: async () => {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database on the server for `work`, and drops it afterwards. */
export async function withDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `manumit_e2e_${randomBytes(4).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    return await work(inDatabase(server, name));
  } finally {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.end();
  }
}
