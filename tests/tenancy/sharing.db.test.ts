import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMember } from '../factories/member';
import { attempt, connectAsApp, inScope } from './as-app';
import { buildRow, insertSql, prepareRow, type Row } from './build-row';
import { readTables, type Table } from './catalogue';

let app: pg.Client;
let tables: Map<string, Table>;
/** The organization that shares, the one that reads, and an unrelated one. */
let granter: string;
let reader: string;
let stranger: string;
const readerId = randomUUID();

beforeAll(async () => {
  [granter, reader, stranger] = [
    (await makeMember()).organization.id,
    (await makeMember()).organization.id,
    (await makeMember()).organization.id,
  ];
  app = await connectAsApp();
  tables = await readTables(app);
});
afterAll(() => app.end());

const make = (organizationId: string, table: string, extra: Row): Promise<Row> =>
  inScope(app, { organizationId }, async () => {
    const row = { ...(await prepareRow(app, tables, table, organizationId)), id: randomUUID(), ...extra };
    await app.query(insertSql(table, row), [JSON.stringify(row)]);
    return row;
  });

/** A document of the granter for the reader, with its shared access. */
async function share(state: Row): Promise<{ document: Row; recipient: Row; grant: Row }> {
  const document = await make(granter, 'FrozenDocument', { kind: 'answers' });
  const recipient = await make(granter, 'DocumentRecipient', { documentId: document.id, recipientOrganizationId: reader, ...state });
  const grant = await inScope(app, { organizationId: granter }, async () => {
    const { id: responseId } = await buildRow(app, tables, 'QuestionnaireResponse', granter);
    const prepared = await prepareRow(app, tables, 'SharedAccess', granter);
    const row = { ...prepared, id: randomUUID(), responseId, snapshotId: document.id, recipientOrganizationId: reader };
    await app.query(insertSql('SharedAccess', row), [JSON.stringify(row)]);
    return row;
  });
  return { document, recipient, grant };
}

const past = new Date(Date.now() - 60_000).toISOString();
const states = [
  { name: 'live', state: {}, isOpen: true },
  { name: 'revoked', state: { revokedAt: past }, isOpen: false },
  { name: 'expired', state: { expiresAt: past }, isOpen: false },
  { name: 'offered and not accepted', state: { recipientOrganizationId: null }, isOpen: false },
];

describe.each(states)('a document whose access is $name', ({ state, isOpen }) => {
  let document: Row;
  let recipient: Row;
  let grant: Row;
  beforeAll(async () => {
    ({ document, recipient, grant } = await share(state));
  });

  test('is read by its recipient, while access lasts, and by its owner only', async () => {
    const read = (organizationId?: string) =>
      attempt(app, organizationId ? { organizationId } : {}, 'SELECT "content" FROM "FrozenDocument" WHERE "id" = $1', [document.id]);
    expect((await read(granter)).count).toBe(1);
    expect((await read(reader)).count).toBe(isOpen ? 1 : 0);
    expect((await read(stranger)).count).toBe(0);
    expect((await read()).count).toBe(0);
  });

  test('shows its recipients to its owner, and each recipient only itself while access lasts', async () => {
    const other = await make(granter, 'DocumentRecipient', { documentId: document.id, recipientOrganizationId: randomUUID() });
    const see = async (organizationId: string) =>
      (await attempt(app, { organizationId }, 'SELECT "id" FROM "DocumentRecipient" WHERE "documentId" = $1', [document.id])).rows.map(
        ({ id }) => id,
      );
    expect((await see(granter)).sort()).toEqual([recipient.id, other.id].sort());
    expect(await see(reader)).toEqual(isOpen ? [recipient.id] : []);
    expect(await see(stranger)).toEqual([]);
  });

  test('admits no recipient by a row of the recipient’s own', async () => {
    const row = {
      organizationId: stranger,
      id: randomUUID(),
      documentId: document.id,
      recipientOrganizationId: stranger,
      expiresAt: '2099-01-01',
    };
    const add = (of: Row) => attempt(app, { organizationId: stranger }, insertSql('DocumentRecipient', of), [JSON.stringify(of)]);
    expect((await add(row)).code).toBe('23503');
    expect((await add({ ...row, organizationId: granter })).code).toBe('42501');
  });

  test('accepts log entries only from its reader, under their own name, while access lasts', async () => {
    const entry = { organizationId: granter, documentId: document.id, section: 'P1', how: 'page', day: '2026-01-01' };
    const log = (scope: { organizationId: string; userId?: string }, row: Row) =>
      attempt(app, scope, insertSql('DocumentRead', row), [JSON.stringify(row)]);
    const own = { ...entry, readerOrganizationId: reader, readerId };
    expect((await log({ organizationId: reader, userId: readerId }, own)).code).toBe(isOpen ? null : '42501');
    expect((await log({ organizationId: reader, userId: randomUUID() }, own)).code, 'as another person').toBe('42501');
    expect((await log({ organizationId: reader }, own)).code, 'without a user').toBe('42501');
    expect((await log({ organizationId: stranger, userId: readerId }, own)).code, 'for another organization').toBe('42501');
    const strangers = { ...own, readerOrganizationId: stranger };
    expect((await log({ organizationId: stranger, userId: readerId }, strangers)).code, 'of what he may not read').toBe('42501');
  });

  test('shows the agreement to both sides permanently, and lets only its owner change it', async () => {
    const see = (organizationId: string) => attempt(app, { organizationId }, 'SELECT 1 FROM "SharedAccess" WHERE "id" = $1', [grant.id]);
    expect((await see(granter)).count).toBe(1);
    expect((await see(reader)).count).toBe(1);
    expect((await see(stranger)).count).toBe(0);
    for (const table of ['SharedAccess', 'DocumentRecipient'])
      for (const organizationId of [reader, stranger]) {
        const id = table === 'SharedAccess' ? grant.id : recipient.id;
        const change = `UPDATE "${table}" SET "expiresAt" = now() + interval '9 years' WHERE "id" = $1`;
        expect((await attempt(app, { organizationId }, change, [id])).count, change).toBe(0);
        expect((await attempt(app, { organizationId }, `DELETE FROM "${table}" WHERE "id" = $1`, [id])).count).toBe(0);
      }
  });
});

test('only answers and shared reports are opened to recipients', async () => {
  for (const [subject, kind] of [
    ['responseId', 'assessment'],
    ['auditId', 'audit'],
    ['dealId', 'esap'],
  ] as const) {
    const row = await inScope(app, { organizationId: granter }, async () => {
      const { id } = await buildRow(app, tables, 'FrozenDocument', granter, false, subject, { kind });
      return { organizationId: granter, id: randomUUID(), documentId: id, recipientOrganizationId: reader, expiresAt: '2099-01-01' };
    });
    expect((await attempt(app, { organizationId: granter }, insertSql('DocumentRecipient', row), [JSON.stringify(row)])).code, kind).toBe(
      '23503',
    );
  }
});

test('the log is visible to both sides, and changed by neither', async () => {
  const { document } = await share({});
  const row = {
    organizationId: granter,
    documentId: document.id,
    readerOrganizationId: reader,
    readerId,
    section: '',
    how: 'pdf',
    day: '2026-01-01',
  };
  await inScope(app, { organizationId: reader, userId: readerId }, () => app.query(insertSql('DocumentRead', row), [JSON.stringify(row)]));
  const see = (organizationId: string) =>
    attempt(app, { organizationId }, 'SELECT 1 FROM "DocumentRead" WHERE "documentId" = $1', [document.id]);
  expect((await see(granter)).count).toBe(1);
  expect((await see(reader)).count).toBe(1);
  expect((await see(stranger)).count).toBe(0);
  for (const organizationId of [granter, reader])
    for (const sql of [`UPDATE "DocumentRead" SET "how" = 'page'`, 'DELETE FROM "DocumentRead"'])
      expect((await attempt(app, { organizationId, userId: readerId }, sql)).code, sql).toBe('42501');
});

test('a request for access is visible to both sides, and answered by neither in the other’s place', async () => {
  const asked = await make(reader, 'AccessRequest', { granterOrganizationId: granter });
  const see = (organizationId: string) => attempt(app, { organizationId }, 'SELECT 1 FROM "AccessRequest" WHERE "id" = $1', [asked.id]);
  expect((await see(reader)).count).toBe(1);
  expect((await see(granter)).count).toBe(1);
  expect((await see(stranger)).count).toBe(0);
  for (const organizationId of [granter, stranger])
    expect(
      (await attempt(app, { organizationId }, `UPDATE "AccessRequest" SET "status" = 'granted' WHERE "id" = $1`, [asked.id])).count,
    ).toBe(0);
});

test('a commission and its messages are visible to buyer and firm, and changed by the buyer’s organization alone', async () => {
  const commission = await make(granter, 'AuditCommission', { firmOrganizationId: reader });
  const message = await make(granter, 'CommissionMessage', { commissionId: commission.id });
  for (const [table, { id }] of [
    ['AuditCommission', commission],
    ['CommissionMessage', message],
  ] as const) {
    const see = (organizationId: string) => attempt(app, { organizationId }, `SELECT 1 FROM "${table}" WHERE "id" = $1`, [id]);
    expect((await see(granter)).count).toBe(1);
    expect((await see(reader)).count).toBe(1);
    expect((await see(stranger)).count).toBe(0);
  }
  const accept = `UPDATE "AuditCommission" SET "reason" = 'Another' WHERE "id" = $1`;
  for (const organizationId of [reader, stranger]) expect((await attempt(app, { organizationId }, accept, [commission.id])).count).toBe(0);
  expect((await attempt(app, { organizationId: granter }, accept, [commission.id])).count).toBe(1);
});

test('received requests are visible where a transaction selects the recipient’s side, and nowhere else', async () => {
  const request = await inScope(app, { organizationId: reader }, async () => {
    const row: Row = { ...(await prepareRow(app, tables, 'QuestionnaireRequest', reader)), supplierOrganizationId: granter };
    await app.query(insertSql('QuestionnaireRequest', row), [JSON.stringify(row)]);
    return row;
  });
  const see = (organizationId: string, side: string) =>
    inScope(app, { organizationId }, async () => {
      await app.query(`SELECT set_config('app.side', $1, true)`, [side]);
      return (await app.query('SELECT 1 FROM "QuestionnaireRequest" WHERE "responseId" = $1', [request.responseId])).rowCount;
    });
  expect(await see(granter, 'supplier')).toBe(1);
  expect(await see(granter, '')).toBe(0);
  expect(await see(stranger, 'supplier')).toBe(0);
  const change = `UPDATE "QuestionnaireRequest" SET "status" = 'submitted' WHERE "responseId" = $1`;
  const changed = await inScope(app, { organizationId: granter }, async () => {
    await app.query(`SELECT set_config('app.side', 'supplier', true)`);
    return (await app.query(change, [request.responseId])).rowCount;
  });
  expect(changed).toBe(0);
});
