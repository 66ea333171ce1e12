import { randomBytes } from 'node:crypto';
import { inDatabase } from './database-url';
import { testDatabase, withClient } from './test-database';

/** Runs `work` on an empty database of the test server, dropped afterwards. */
export async function withEmptyDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { ownerUrl } = testDatabase();
  const name = `manumit_empty_${randomBytes(4).toString('hex')}`;
  await withClient(ownerUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`));
  try {
    return await work(inDatabase(ownerUrl, name));
  } finally {
    await withClient(ownerUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }
}
