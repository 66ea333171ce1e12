import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { globalTables } from '~/access/global-tables';
import { testDatabase } from '../setup/test-database';
import { type Access, declaredTables, tablesOfSchema } from './declared-tables';

let client: pg.Client;
beforeEach(async () => {
  client = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await client.connect();
  await client.query('BEGIN');
});
afterEach(async () => {
  await client.query('ROLLBACK');
  await client.end();
});

type Guard = { name: string; guard: string };

/** All settings of tenant_table() for every table, in one text. */
async function readGuards(): Promise<Guard[]> {
  const { rows } = await client.query<Guard>(
    `SELECT relname AS name, concat_ws(' | ', relrowsecurity, relforcerowsecurity, pg_get_expr(d.adbin, d.adrelid),
       (SELECT concat_ws(' ', permissive, roles, cmd, qual, with_check) FROM pg_policies p
          WHERE p.schemaname = 'public' AND p.tablename = relname AND p.policyname = 'tenant'),
       (SELECT string_agg(privilege_type, ' ' ORDER BY privilege_type) FROM aclexplode(relacl) WHERE grantee = 'manumit_app'::regrole)) AS guard
     FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organizationId'
     LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`,
  );
  return rows;
}

const plant = (name: string) => client.query(`CREATE TABLE "${name}" ("organizationId" uuid NOT NULL, "id" uuid NOT NULL)`);

/** The result of tenant_table() for a new table, by access. */
async function readMacro(): Promise<Map<Access, string>> {
  const made = new Map<Access, string>();
  for (const access of ['read-write', 'append-only', 'database-written'] as const) {
    await plant(`Planted ${access}`);
    await client.query('SELECT tenant_table($1, $2)', [`"Planted ${access}"`, access]);
    made.set(access, (await readGuards()).find(({ name }) => name === `Planted ${access}`)?.guard ?? '');
    await client.query(`DROP TABLE "Planted ${access}"`);
  }
  return made;
}

/** Names of the tables, except the global ones, that differ from their line in tenant-tables.sql. */
async function findUnguarded(): Promise<string[]> {
  const macro = await readMacro();
  const access = new Map(declaredTables.map((table) => [table.name, table.access]));
  const guards = (await readGuards()).filter(({ name }) => !(name in globalTables));
  return guards
    .filter(({ name, guard }) => {
      const declared = access.get(name);
      return declared === undefined || guard !== macro.get(declared);
    })
    .map(({ name }) => name);
}

test('every table of schema.prisma that is not global has one line in tenant-tables.sql', () => {
  expect(declaredTables.map(({ name }) => name).sort()).toEqual(tablesOfSchema());
  expect(tablesOfSchema().length).toBeGreaterThan(90);
});

test('every such table matches the result of tenant_table()', async () => {
  expect(await findUnguarded()).toEqual([]);
});

test.each([
  ['no line and no policy', 'Unguarded', 'CREATE TABLE "Unguarded" ("organizationId" uuid NOT NULL)'],
  ['row-level security not forced', 'Finding', 'ALTER TABLE "Finding" NO FORCE ROW LEVEL SECURITY'],
  ['row-level security disabled', 'Finding', 'ALTER TABLE "Finding" DISABLE ROW LEVEL SECURITY'],
  ['another policy', 'Finding', 'ALTER POLICY tenant ON "Finding" USING (true)'],
  ['no default', 'Finding', 'ALTER TABLE "Finding" ALTER COLUMN "organizationId" DROP DEFAULT'],
  ['one privilege too many', 'Score', 'GRANT UPDATE ON "Score" TO manumit_app'],
])('finds a table with %s', async (_, table, sql) => {
  await client.query(sql);
  expect(await findUnguarded()).toEqual([table]);
});

test('tenant_table() changes the access of a table, and rejects an unknown one', async () => {
  const macro = await readMacro();
  await plant('Planted');
  for (const access of ['read-write', 'database-written', 'append-only'] as const) {
    await client.query('SELECT tenant_table($1, $2)', ['"Planted"', access]);
    expect((await readGuards()).find(({ name }) => name === 'Planted')?.guard).toBe(macro.get(access));
  }
  expect(new Set(macro.values()).size).toBe(3);
  await expect(client.query('SELECT tenant_table($1, $2)', ['"Planted"', 'everything'])).rejects.toThrow(/unknown access everything/);
});
