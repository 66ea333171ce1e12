import { expect, test } from 'vitest';
import { baselineName } from '../../prisma/baseline-name';
import { migrate } from '../../prisma/migrate';
import { replacedMigrations } from '../../prisma/replaced-migrations';
import { withEmptyDatabase } from '../setup/empty-database';
import { withClient } from '../setup/test-database';
import { readCatalogue } from './read-catalogue';

/** A database as the migrations before the baseline left it, with one organization. */
async function makeBefore(url: string, applied: readonly string[] = replacedMigrations): Promise<string[]> {
  await migrate(url);
  return await withClient(url, async (client) => {
    const catalogue = await readCatalogue(client);
    await client.query('DROP FUNCTION tenant_table(regclass, text)');
    await client.query('DELETE FROM _prisma_migrations');
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) SELECT gen_random_uuid(), 'x', now(), name, 1 FROM unnest($1::text[]) name`,
      [applied],
    );
    await client.query(`INSERT INTO "Organization" ("slug", "name", "kind") VALUES ('mill', 'Mill', 'company')`);
    return catalogue;
  });
}

const readNames = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1');
    return rows.map(({ name }) => name);
  });

test('a database of all earlier migrations gets the baseline recorded, keeps its rows and equals a new one', async () => {
  await withEmptyDatabase(async (url) => {
    const catalogue = await makeBefore(url);
    expect(await migrate(url)).toEqual([]);
    expect(await readNames(url)).toEqual([...replacedMigrations, baselineName]);
    await withClient(url, async (client) => {
      expect(await readCatalogue(client)).toEqual(catalogue);
      expect((await client.query('SELECT "slug" FROM "Organization"')).rows).toEqual([{ slug: 'mill' }]);
    });
    expect(await migrate(url)).toEqual([]);
  });
});

test.each([
  ['the last', replacedMigrations.slice(0, -1)],
  ['one in between', replacedMigrations.filter((_, at) => at !== 7)],
  ['all but the first', replacedMigrations.slice(0, 1)],
])('a database without %s of the earlier migrations is refused unchanged, with the version to start first', async (_, applied) => {
  await withEmptyDatabase(async (url) => {
    await makeBefore(url, applied);
    await expect(migrate(url)).rejects.toThrow(/Start version 0\.1\.0 before the baseline once/);
    expect(await readNames(url)).toEqual(applied);
  });
});

test('a database whose baseline was written again afterwards is refused', async () => {
  await withEmptyDatabase(async (url) => {
    await migrate(url);
    await withClient(url, (client) => client.query(`UPDATE _prisma_migrations SET checksum = 'of an earlier text'`));
    await expect(migrate(url)).rejects.toThrow(/was written again after this database was created/);
  });
});
