import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalTables } from '~/access/global-tables';
import { makeMember } from './factories/member';
import { testDatabase } from './setup/test-database';
import { appendOnly } from './tenancy/declared-tables';
import { attempt, connectAsApp, inScope } from './tenancy/as-app';
import { buildRow, insertRow, insertSql, isAlternative, isBetweenTenants, prepareRow, quote, type Row } from './tenancy/build-row';
import { readTables, type Table } from './tenancy/catalogue';

/** SQLSTATEs: a policy or a missing privilege; a foreign key without a row; a required value that is missing. */
const denied = '42501';
const noParent = '23503';
const missing = '23502';
/** Visible to assigned people only: rows under a sensitive case of the other organization are rejected by the policy before any key is checked. */
const restricted = new Set(['SensitiveCaseMember', 'SensitiveCaseEntry', 'SensitiveCaseText']);

const owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
await owner.connect();
const tables = await readTables(owner);
const tenantTables = [...tables.values()].filter(({ name }) => !(name in globalTables));
await owner.end();

let a: string;
let b: string;
/** One person, who is assigned to the sensitive cases of both organizations: only the organization separates them. */
const userId = randomUUID();
let maker: pg.Client;
const rows = new Map<string, { own: Row; foreign: Row }>();

beforeAll(async () => {
  [a, b] = [(await makeMember()).organization.id, (await makeMember()).organization.id];
  maker = await connectAsApp();
  for (const { name } of tenantTables) rows.set(name, await makeBoth(name));
});
afterAll(() => maker.end());

/** A row of each organization. `parent`: the column of the parent, where a row has one of several. */
async function makeBoth(name: string, parent?: string): Promise<{ own: Row; foreign: Row }> {
  const make = (organizationId: string) =>
    inScope(maker, { organizationId, userId }, () => buildRow(maker, tables, name, organizationId, true, parent));
  return { own: await make(a), foreign: await make(b) };
}

function rowsOf({ name }: Table): { own: Row; foreign: Row } {
  const made = rows.get(name);
  if (!made) throw new Error(`No rows were made for ${name}.`);
  return made;
}

/** WHERE of a row’s key, with its values from $2 on: $1 is left to the statement. */
function keyOf(table: Table, row: Row, from = 1): { where: string; values: unknown[] } {
  return {
    where: table.primaryKey.map((column, at) => `${quote(column)} = $${at + from}`).join(' AND '),
    values: table.primaryKey.map((column) => row[column]),
  };
}

/** All rows of the organization in one text, to prove that none changed. */
async function fingerprint(table: Table, organizationId: string): Promise<string> {
  const { rows: found } = await attempt(
    maker,
    { organizationId, userId },
    `SELECT md5(string_agg(to_jsonb(t.*)::text, ',' ORDER BY to_jsonb(t.*)::text)) AS print FROM ${quote(table.name)} t WHERE "organizationId" = $1`,
    [organizationId],
  );
  return String(found[0]?.print);
}

describe.each(['fresh', 'reused'])('on a %s connection', (kind) => {
  let client: pg.Client;
  beforeAll(async () => {
    client = await connectAsApp();
    if (kind === 'reused')
      await inScope(client, { organizationId: b, userId: randomUUID() }, () => client.query('SELECT count(*) FROM "Party"'));
  });
  afterAll(() => client.end());

  describe.each(tenantTables)('$name', (table) => {
    const name = quote(table.name);
    const asA = () => ({ organizationId: a, userId });

    test('a row of the other organization is neither listed nor found', async () => {
      const { own, foreign } = rowsOf(table);
      const all = await attempt(client, asA(), `SELECT DISTINCT "organizationId" FROM ${name}`);
      expect(all).toMatchObject({ rows: [{ organizationId: a }], code: null });
      const find = (row: Row) => attempt(client, asA(), `SELECT 1 FROM ${name} WHERE ${keyOf(table, row).where}`, keyOf(table, row).values);
      expect((await find(own)).count).toBe(1);
      expect((await find(foreign)).count).toBe(0);
      const injected = await attempt(
        client,
        asA(),
        `SELECT 1 FROM ${name} WHERE "organizationId" = $1 OR true AND "organizationId" <> $2`,
        [b, a],
      );
      expect(injected.count).toBe(0);
      expect(
        (
          await attempt(client, asA(), `SELECT 1 FROM "Organization" o JOIN ${name} t ON t."organizationId" = o."id" WHERE o."id" = $1`, [
            b,
          ])
        ).count,
      ).toBe(0);
    });

    test('a row of the other organization is neither updated, deleted, overwritten nor locked', async () => {
      const { foreign } = rowsOf(table);
      const before = await fingerprint(table, b);
      const { where, values } = keyOf(table, foreign);
      const refusal = appendOnly.has(table.name) ? { code: denied } : { count: 0, code: null };
      expect(await attempt(client, asA(), `UPDATE ${name} SET "organizationId" = "organizationId" WHERE ${where}`, values)).toMatchObject(
        refusal,
      );
      expect(await attempt(client, asA(), `UPDATE ${name} SET "organizationId" = '${a}' WHERE ${where}`, values)).toMatchObject(refusal);
      expect(await attempt(client, asA(), `DELETE FROM ${name} WHERE ${where}`, values)).toMatchObject(refusal);
      expect(await attempt(client, asA(), `SELECT 1 FROM ${name} WHERE ${where} FOR UPDATE`, values)).toMatchObject(refusal);
      const conflict = `ON CONFLICT (${table.primaryKey.map(quote).join(', ')}) DO UPDATE SET "organizationId" = EXCLUDED."organizationId"`;
      expect(await attempt(client, asA(), insertSql(table.name, foreign, conflict), [JSON.stringify(foreign)])).toMatchObject({
        code: denied,
      });
      expect((await attempt(client, asA(), `TRUNCATE ${name} CASCADE`)).code).toBe(denied);
      expect(await fingerprint(table, b)).toBe(before);
    });

    test('no row is created in the other organization, nor moved to it', async () => {
      const { own } = rowsOf(table);
      const fresh = await inScope(maker, { organizationId: b, userId }, () => prepareRow(maker, tables, table.name, b));
      expect((await attempt(client, asA(), insertSql(table.name, fresh), [JSON.stringify(fresh)])).code).toBe(denied);
      const { where, values } = keyOf(table, own);
      expect((await attempt(client, asA(), `UPDATE ${name} SET "organizationId" = '${b}' WHERE ${where}`, values)).code).toBe(denied);
    });

    test('no own row references a parent of the other organization', async () => {
      for (const key of table.foreignKeys.filter(isBetweenTenants)) {
        const open = key.columns.filter((column) => column !== 'organizationId');
        const isRestricted = restricted.has(table.name) || (table.name === 'Approval' && key.toTable === 'SensitiveCase');
        const parent = open.find((column) => isAlternative(table.name, column));
        const { own, foreign } = parent === undefined ? rowsOf(table) : await makeBoth(table.name, parent);
        // The caller, a member of both organizations, receives the notifications created here: the attack uses a member of the other organization only.
        const isRecipient = table.name === 'Notification' && key.toTable === 'Membership';
        // A member of both has one id: the row of that id is its own organization's.
        if (!isRecipient && open.every((column) => own[column] === foreign[column])) continue;
        const fresh = await inScope(maker, { organizationId: a, userId }, () => prepareRow(maker, tables, table.name, a, true, parent));
        const values = isRecipient ? { userId: rowsOf({ name: 'Membership' } as Table).foreign.userId } : foreign;
        const hung = { ...fresh, ...Object.fromEntries(open.map((column) => [column, values[column]])) };
        expect((await attempt(client, asA(), insertSql(table.name, hung), [JSON.stringify(hung)])).code, `create, ${key.name}`).toBe(
          isRestricted ? denied : noParent,
        );
        if (appendOnly.has(table.name)) continue;
        const { where, values: keys } = keyOf(table, own, open.length + 1);
        const moved = await attempt(
          client,
          asA(),
          `UPDATE ${name} SET ${open.map((column, at) => `${quote(column)} = $${at + 1}`).join(', ')} WHERE ${where}`,
          [...open.map((column) => values[column]), ...keys],
        );
        expect(moved.code, `move, ${key.name}`).toBe(isRestricted || isRecipient ? denied : noParent);
      }
    });

    test('without an organization no row is read and none is written', async () => {
      const { foreign } = rowsOf(table);
      expect(await attempt(client, {}, `SELECT 1 FROM ${name}`)).toMatchObject({ count: 0, code: null });
      expect((await attempt(client, {}, insertSql(table.name, foreign), [JSON.stringify(foreign)])).code).toBe(denied);
      const { organizationId: _, ...unstamped } = await inScope(maker, { organizationId: b, userId }, () =>
        prepareRow(maker, tables, table.name, b),
      );
      expect([denied, missing]).toContain((await attempt(client, {}, insertSql(table.name, unstamped), [JSON.stringify(unstamped)])).code);
      const { where, values } = keyOf(table, foreign);
      const refusal = appendOnly.has(table.name) ? { code: denied } : { count: 0, code: null };
      expect(await attempt(client, {}, `DELETE FROM ${name} WHERE ${where}`, values)).toMatchObject(refusal);
    });

    test('the guard cannot be removed', async () => {
      await client.query('SET row_security = off');
      const { code } = await attempt(client, asA(), `SELECT 1 FROM ${name}`);
      await client.query('RESET row_security');
      expect(code).toBe(denied);
      expect((await attempt(client, asA(), `ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`)).code).toBe(denied);
      expect((await attempt(client, asA(), `CREATE POLICY mine ON ${name} USING (true)`)).code).toBe(denied);
    });
  });

  test('a user sees their own memberships where no organization is chosen, and no one else’s', async () => {
    const person = await makeMember();
    await makeMember({ organization: person.organization });
    const list = (scope: { organizationId?: string; userId?: string }) => attempt(client, scope, 'SELECT "userId" FROM "Membership"');
    expect((await list({ userId: person.user.id })).rows).toEqual([{ userId: person.user.id }]);
    expect((await list({ userId: person.user.id, organizationId: a })).rows).not.toContainEqual({ userId: person.user.id });
    expect((await attempt(client, { userId: person.user.id }, `UPDATE "Membership" SET "role" = 'owner'`)).count).toBe(0);
  });

  test('a document is read by its recipient, and only while access is neither revoked nor expired', async () => {
    const read = (id: unknown) => attempt(client, { organizationId: a }, 'SELECT 1 FROM "FrozenDocument" WHERE "id" = $1', [id]);
    const share = (change: Row) =>
      inScope(maker, { organizationId: b }, async () => {
        const recipient = await prepareRow(maker, tables, 'DocumentRecipient', b);
        await insertRow(maker, 'DocumentRecipient', {
          ...{ ...recipient, recipientOrganizationId: a, expiresAt: new Date(Date.now() + 60_000) },
          ...change,
        });
        return recipient.documentId;
      });
    const live = await share({});
    expect((await read(live)).count).toBe(1);
    const change = `UPDATE "DocumentRecipient" SET "expiresAt" = '2099-01-01' WHERE "documentId" = $1`;
    expect((await attempt(client, { organizationId: a }, change, [live])).count).toBe(0);
    expect((await read(await share({ revokedAt: new Date() }))).count).toBe(0);
    expect((await read(await share({ expiresAt: new Date(Date.now() - 1000) }))).count).toBe(0);
    expect((await read(await share({ recipientOrganizationId: randomUUID() }))).count).toBe(0);
    await inScope(maker, { organizationId: b, userId }, () =>
      maker.query('DELETE FROM "DocumentRecipient" WHERE "recipientOrganizationId" = $1', [a]),
    );
  });

  test('search finds only in the organization, a job belongs to it, and no other role can be assumed', async () => {
    const { own, foreign } = rows.get('Party') ?? { own: {}, foreign: {} };
    const search = (organizationId: string, row: Row) =>
      attempt(client, { organizationId }, 'SELECT * FROM search_parties($1)', [String(row.nameKey)]);
    expect((await search(a, own)).count).toBe(1);
    expect((await search(a, foreign)).count).toBe(0);
    expect((await search(a, { nameKey: '%' })).count).toBe(0);
    expect((await attempt(client, {}, 'SELECT * FROM search_parties($1)', [''])).count).toBe(0);
    const enqueue = (organizationId: string) =>
      attempt(client, { organizationId: a }, `SELECT enqueue_job('score-all', $1)`, [JSON.stringify({ organizationId })]);
    expect((await enqueue(a)).code).toBe(null);
    expect((await enqueue(b)).code).toBe(denied);
    expect((await attempt(client, { organizationId: a }, 'SELECT * FROM graphile_worker.jobs')).code).toBe(denied);
    expect((await attempt(client, {}, 'SET ROLE manumit_search')).code).toBe(denied);
  });
});
