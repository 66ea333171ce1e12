import { createHash } from 'node:crypto';
import type pg from 'pg';
import { baselineName } from './baseline-name';
import { readMigration } from './schema-engine';

/** The applied migrations with their checksums, in the order of their names; none in an empty database. */
export async function readApplied(client: pg.Client): Promise<{ name: string; checksum: string }[]> {
  const table = await client.query(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS "exists"`);
  if (!table.rows[0].exists) return [];
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/**
 * Until the first release the baseline is written again with each change of the schema, and no database is carried over.
 * @throws where the database was created by another baseline, or by the migrations before it: nothing is changed then
 */
export async function checkBaseline(client: pg.Client): Promise<void> {
  const applied = await readApplied(client);
  if (applied.length === 0) return;
  const checksum = createHash('sha256').update(readMigration(baselineName)).digest('hex');
  if (applied.some((each) => each.name === baselineName && each.checksum === checksum)) return;
  throw new Error(
    'This database was created by a development version of Manumit whose tables differ, so this version cannot use it. ' +
      'Export its data with the version that last used it, or start with an empty database. Nothing was changed.',
  );
}
