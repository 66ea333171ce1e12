import { expect, test } from 'vitest';
import { partFiles, writeBaseline } from '../../prisma/baseline';
import { baselineName } from '../../prisma/baseline-name';
import { readMigration } from '../../prisma/schema-engine';
import { withEmptyDatabase } from '../setup/empty-database';
import { testDatabase, withClient } from '../setup/test-database';
import { readCatalogue } from './read-catalogue';

test('the baseline is what npm run db:baseline writes', async () => {
  expect(await writeBaseline(testDatabase().ownerUrl)).toBe(readMigration(baselineName));
});

test('the baseline contains each part once', () => {
  const parts = readMigration(baselineName).match(/(?<=^-- ==== prisma\/sql\/).*(?= ====$)/gm);
  expect(parts).toEqual(partFiles());
});

test('a database of all migrations has the catalogue that schema.prisma and prisma/sql describe', async () => {
  const { ownerUrl } = testDatabase();
  const migrated = await withClient(ownerUrl, readCatalogue);
  const described = await withEmptyDatabase((url) =>
    withClient(url, async (client) => {
      await client.query(await writeBaseline(ownerUrl));
      return readCatalogue(client);
    }),
  );
  expect(migrated.length).toBeGreaterThan(3000);
  expect(migrated.filter((line) => !described.includes(line))).toEqual([]);
  expect(described.filter((line) => !migrated.includes(line))).toEqual([]);
});
