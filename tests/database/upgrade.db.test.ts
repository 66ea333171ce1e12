import { randomBytes } from 'node:crypto';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate } from '../../prisma/migrate';
import { readMigrations, withSchemaEngine } from '../../prisma/schema-engine';
import { inDatabase } from '../setup/database-url';
import { testDatabase, withClient } from '../setup/test-database';

/** The first migration that a version with method 2 applies. */
const first = '20261130153000_score_by_odds';

/** A database as the version before left it, with one supplier that method 1 scored. */
async function makeBefore(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => {});
  pool.on('connect', (connection) => connection.on('error', () => {}));
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) });
  await pool.end();
  const list = readMigrations();
  const earlier = list.migrationDirectories.filter(({ path }) => path < first);
  await withSchemaEngine(url, (engine) =>
    engine.applyMigrations({
      migrationsList: { ...list, migrationDirectories: earlier },
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  await withClient(url, async (client) => {
    const organization = (
      await client.query(`INSERT INTO "Organization" ("slug", "name", "kind") VALUES ('mill', 'Mill', 'company') RETURNING "id"`)
    ).rows[0].id;
    await client.query(`SELECT set_config('app.organization_id', $1, false)`, [organization]);
    const party = (
      await client.query(
        `INSERT INTO "Party" ("kind", "publicId", "name", "nameKey") VALUES ('supplier', 'ABCDEFGHJKM', 'Mill', 'mill') RETURNING "id"`,
      )
    ).rows[0].id;
    const score = (
      await client.query(
        `INSERT INTO "Score" ("partyId", "engineVersion", "asOf", "inputHash", "input", "result") VALUES ($1, '1.3.0', '2026-11-01', $2, '{}', '{}') RETURNING "id"`,
        [party, 'a'.repeat(64)],
      )
    ).rows[0].id;
    await client.query(
      `INSERT INTO "Supplier" ("partyId", "nameKey", "country", "scoreStatus", "score", "scoreLow", "scoreHigh", "band", "confidence", "scoreId")
       VALUES ($1, 'mill', 'VN', 'scored', 56, 42, 68, 'elevated', 'low', $2)`,
      [party, score],
    );
    await client.query(
      `INSERT INTO "Alert" ("partyId", "kind", "sourceTable", "sourceVintage", "sourceRow", "rank", "isToBeConfirmed", "basis", "basisHash", "lastSeenOn")
       VALUES ($1, 'listed-good', 'goods', '2024', '1', 9, false, '{}', 'x', '2026-11-01')`,
      [party],
    );
  });
}

test('suppliers that an earlier version scored lose their figures, keep their score as a document, are ordered to be scored again, and are in the order of their alerts', async () => {
  const { ownerUrl } = testDatabase();
  const name = `manumit_upgrade_${randomBytes(4).toString('hex')}`;
  await withClient(ownerUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`));
  const url = inDatabase(ownerUrl, name);
  try {
    await makeBefore(url);
    expect(await migrate(url)).toContain(first);
    await withClient(url, async (client) => {
      await client.query(`SELECT set_config('app.organization_id', (SELECT "id"::text FROM "Organization"), false)`);
      const { rows } = await client.query(
        `SELECT "scoreStatus", "score"::float8, "band", "basis", "scoreId" IS NOT NULL AS "isKept", "alertOrder" FROM "Supplier"`,
      );
      expect(rows).toEqual([{ scoreStatus: null, score: null, band: null, basis: null, isKept: true, alertOrder: 91_001_001 }]);
      const tally = await client.query(
        `SELECT "scoreStatus", "band", sum("count")::int AS "count" FROM "SupplierTally" WHERE "measure" = 'standing' GROUP BY 1, 2 HAVING sum("count") <> 0`,
      );
      expect(tally.rows).toEqual([{ scoreStatus: null, band: null, count: 1 }]);
      const jobs = await client.query(`SELECT "task_identifier" AS "task" FROM graphile_worker.jobs`);
      expect(jobs.rows).toEqual([{ task: 'turn-day' }]);
    });
  } finally {
    await withClient(ownerUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }
});
