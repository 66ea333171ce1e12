import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { readPart } from './baseline';
import { baselineName } from './baseline-name';
import { replacedMigrations } from './replaced-migrations';
import { readMigration } from './schema-engine';

/** The baseline whose catalogue equals that of all replaced migrations together, but for tenant_table(). */
const equalBaseline = '353903c25f835ccbaf520cf25d8697860787f9c84ba4b098e0be7513e7d712bc';

const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');

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
 * A database of the migrations before the baseline has all that the baseline creates: it is recorded as applied, never run.
 * @throws where some of those migrations are missing, or the baseline is not the one that the database has
 */
export async function adoptBaseline(client: pg.Client): Promise<void> {
  const applied = await readApplied(client);
  const checksum = checksumOf(readMigration(baselineName));
  const recorded = applied.find(({ name }) => name === baselineName);
  if (recorded?.checksum === checksum) return;
  const names = new Set(applied.map(({ name }) => name));
  const missing = replacedMigrations.filter((name) => !names.has(name));
  if (recorded === undefined && missing.length === replacedMigrations.length) return;
  if (recorded === undefined && missing.length > 0)
    throw new Error(
      `This database lacks ${missing.length} of the ${replacedMigrations.length} migrations before the baseline, the first of them ${missing[0]}. ` +
        'Start version 0.1.0 before the baseline once, which applies them, then this version. Nothing was changed.',
    );
  if (recorded !== undefined || checksum !== equalBaseline)
    throw new Error(
      `The baseline ${baselineName} was written again after this database was created, so it cannot be brought up to date. ` +
        'Start the version that last used it, or use an empty database. Nothing was changed.',
    );
  await client.query('BEGIN');
  try {
    await client.query(readPart('tenant-table.sql'));
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES ($1, $2, now(), $3, now(), 0)`,
      [randomUUID(), checksum, baselineName],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
