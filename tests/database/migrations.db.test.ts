import { expect, test } from 'vitest';
import { migrate } from '../../prisma/migrate';
import { diffFromSchema, readMigrations, withSchemaEngine } from '../../prisma/schema-engine';
import { makeMember } from '../factories/member';
import { testDatabase, withClient } from '../setup/test-database';

test('an empty database after all migrations equals schema.prisma', async () => {
  expect(await diffFromSchema(testDatabase().ownerUrl)).toBeNull();
});

test('a second run applies nothing', async () => {
  expect(await migrate(testDatabase().ownerUrl)).toEqual([]);
});

test('a failed migration reports its error and leaves nothing behind', async () => {
  const { ownerUrl } = testDatabase();
  const list = readMigrations();
  const broken = {
    path: '29990101000000_broken',
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: 'CREATE TABLE "Half" (); SELECT nonsense;' } },
  };
  const applying = withSchemaEngine(ownerUrl, (engine) =>
    engine.applyMigrations({
      migrationsList: { ...list, migrationDirectories: [...list.migrationDirectories, broken] },
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  await expect(applying).rejects.toThrow(/nonsense/);
  await withClient(ownerUrl, async (client) => {
    expect((await client.query(`SELECT to_regclass('"Half"') AS half`)).rows[0].half).toBeNull();
    await client.query(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%broken'`);
  });
});

test('neither the owner nor the roles of the app are superusers or bypass row-level security', async () => {
  await withClient(testDatabase().ownerUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT rolname FROM pg_roles WHERE (rolname LIKE 'manumit\\_%' AND rolname <> 'manumit_superuser' OR rolname = current_user) AND (rolsuper OR rolbypassrls)`,
    );
    expect(rows).toEqual([]);
  });
});

test('a member reads their own organization as manumit_app', async () => {
  const { inOrganization, organization } = await makeMember();
  expect(await inOrganization((db) => db.membership.count())).toBe(1);
  const role = await inOrganization(
    (db) =>
      db.$queryRaw<
        { user: string; organization: string }[]
      >`SELECT current_user::text AS user, current_setting('app.organization_id') AS organization`,
  );
  expect(role).toEqual([{ user: 'manumit_app', organization: organization.id }]);
});
