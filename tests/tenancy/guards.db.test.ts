import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { globalTables } from '~/access/global-tables';
import { testDatabase } from '../setup/test-database';
import { readPolicies, readTables, type Table } from './catalogue';
import { policiesOfLinks } from './policies-of-links';
import { policiesOfMembers } from './policies-of-members';
import { current } from './policy-words';

/** Every policy besides `tenant`, literally. A new one grants new access: it is added here after a review. */
const furtherPolicies = [...policiesOfLinks, ...policiesOfMembers].sort((a, b) =>
  a.table === b.table ? (a.name < b.name ? -1 : 1) : a.table < b.table ? -1 : 1,
);

let client: pg.Client;
let tables: Map<string, Table>;
let tenantTables: Table[];

beforeAll(async () => {
  client = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await client.connect();
  tables = await readTables(client);
  tenantTables = [...tables.values()].filter(({ name }) => !(name in globalTables));
});
afterAll(() => client.end());

test('every table is a tenant table, or listed as global with its reason', () => {
  expect(tenantTables.length).toBeGreaterThan(20);
  expect(tenantTables.filter(({ columns }) => !columns.some(({ name }) => name === 'organizationId')).map(({ name }) => name)).toEqual([]);
  expect(Object.keys(globalTables).filter((name) => !tables.has(name))).toEqual([]);
});

test('row-level security is enabled and forced on every tenant table, by one policy with one text', async () => {
  expect(tenantTables.filter(({ isEnabled, isForced }) => !isEnabled || !isForced).map(({ name }) => name)).toEqual([]);
  const policies = await readPolicies(client);
  const expected = tenantTables.map(({ name }) => ({
    table: name,
    name: 'tenant',
    permissive: 'PERMISSIVE',
    roles: ['public'],
    command: 'ALL',
    using: `("organizationId" = ${current})`,
    withCheck: `("organizationId" = ${current})`,
  }));
  expect(policies.filter(({ name }) => name === 'tenant')).toEqual(expected.sort((a, b) => (a.table < b.table ? -1 : 1)));
  expect(policies.filter(({ name }) => name !== 'tenant')).toEqual(furtherPolicies);
});

test('the organization is required, comes first in every key, and is set by the database', async () => {
  for (const { name, columns, primaryKey } of tenantTables) {
    const organizationId = columns.find((candidate) => candidate.name === 'organizationId');
    expect(organizationId, name).toMatchObject({ type: 'uuid', isRequired: true, defaultText: current });
    expect(primaryKey[0], name).toBe('organizationId');
  }
  const unique = await client.query<{ table: string; index: string; first: string }>(
    `SELECT t.relname AS table, i.relname AS index, a.attname AS first FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid
     JOIN pg_class i ON i.oid = x.indexrelid LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
     WHERE x.indisunique AND t.relnamespace = 'public'::regnamespace`,
  );
  const names = new Set(tenantTables.map(({ name }) => name));
  // A unique index over all organizations would reveal to one organization what another has.
  expect(unique.rows.filter(({ table, first }) => names.has(table) && first !== 'organizationId')).toEqual([]);
});

test('foreign keys include the organization on both sides, lead up to it, and never set it to null', () => {
  for (const table of tenantTables) {
    for (const key of table.foreignKeys) {
      expect(['c', 'r'], `${key.name}: ON DELETE`).toContain(key.onDelete);
      if (key.toTable in globalTables) continue;
      const at = key.columns.indexOf('organizationId');
      expect(at, key.name).toBeGreaterThanOrEqual(0);
      expect(key.toColumns[at], key.name).toBe('organizationId');
    }
    expect(leadsToOrganization(table), `${table.name} leads to Organization`).toBe(true);
  }
});

function leadsToOrganization(table: Table, seen = new Set<string>()): boolean {
  if (seen.has(table.name)) return false;
  seen.add(table.name);
  const required = new Set(table.columns.filter(({ isRequired }) => isRequired).map(({ name }) => name));
  return table.foreignKeys
    .filter(({ columns }) => columns.includes('organizationId') && columns.every((name) => required.has(name)))
    .some(({ toTable }) => {
      const parent = tables.get(toTable);
      return toTable === 'Organization' || (parent !== undefined && leadsToOrganization(parent, seen));
    });
}
