import { expect, test } from 'vitest';
import { migrate } from '../../prisma/migrate';
import { withEmptyDatabase } from '../setup/empty-database';
import { withClient } from '../setup/test-database';

const refusal = /created by a development version of Manumit whose tables differ/;

test('a database of this baseline is up to date', async () => {
  await withEmptyDatabase(async (url) => {
    expect(await migrate(url)).toHaveLength(1);
    expect(await migrate(url)).toEqual([]);
  });
});

test.each([
  ['another baseline', `UPDATE _prisma_migrations SET checksum = 'of an earlier text'`],
  ['the migrations before the baseline', `UPDATE _prisma_migrations SET migration_name = '20261125000100_create_tables'`],
])('a database created by %s is rejected unchanged', async (_, change) => {
  await withEmptyDatabase(async (url) => {
    await migrate(url);
    const rows = () =>
      withClient(url, async (client) => (await client.query('SELECT migration_name, checksum FROM _prisma_migrations')).rows);
    await withClient(url, (client) => client.query(change));
    const before = await rows();
    await expect(migrate(url)).rejects.toThrow(refusal);
    expect(await rows()).toEqual(before);
  });
});
