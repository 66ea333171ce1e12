import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { globalTables } from '~/access/global-tables';
import { makeMember } from '../factories/member';
import { testDatabase } from '../setup/test-database';
import { attempt, connectAsApp, inScope } from './as-app';
import { buildRow, insertSql, prepareRow, quote, type Row } from './build-row';
import { readTables, type Table } from './catalogue';

/** Tables that a respondent may access; every other table refuses even reading. */
const readable = [
  'Answer',
  'QuestionnaireRequest',
  'AnswerReview',
  'QuestionnaireResponse',
  'PreviousAnswer',
  'Evidence',
  'EvidenceUpload',
  'FrozenDocument',
  'SharedFile',
  'StoredFile',
];
const writable = [...readable, 'Activity', 'DocumentRecipient'];
/** Tables that are limited by another rule than the id of the response. */
const shown = ['QuestionnaireTemplate'];
/** Tables that the role reads at a site that findings were shared with; a respondent sees no row of them: `site-responses/site.db.test.ts`. */
const ofSite = [
  'Approval',
  'CorrectiveAction',
  // At the client that received an ESAP: `esap/esap.db.test.ts`.
  'EsapAgreement',
  'EsapComment',
  'Finding',
  'FindingReply',
  'FindingShare',
  'SharedFinding',
  'SharedWording',
  'SiteMessage',
  'SiteMessageFile',
];

/** Tables that the role reads where a client reports on a deal: `monitoring/reports.db.test.ts`. */
const ofReporting = ['MonitoringReport', 'ReportVerdict'];

let tables: Map<string, Table>;
let app: pg.Client;
let respondent: pg.Client;
let organizationId: string;
let otherOrganizationId: string;
/** The response that the respondent answers, another of the same organization, and one of another organization. */
let own: Row;
let sibling: Row;
let foreign: Row;

beforeAll(async () => {
  [organizationId, otherOrganizationId] = [(await makeMember()).organization.id, (await makeMember()).organization.id];
  app = await connectAsApp();
  tables = await readTables(app);
  const make = (organization: string) =>
    inScope(app, { organizationId: organization }, async () => {
      const response = await buildRow(app, tables, 'QuestionnaireResponse', organization);
      const add = async (name: string, extra: Row) => {
        const row = { ...(await prepareRow(app, tables, name, organization)), responseId: response.id, ...extra };
        await app.query(insertSql(name, row), [JSON.stringify(row)]);
      };
      for (const [name, extra] of [
        ['Answer', { question: 'P1.Q1' }],
        ['QuestionnaireRequest', {}],
        ['AnswerReview', { question: 'P1.Q1' }],
        ['PreviousAnswer', { question: 'P1.Q1' }],
        ['FrozenDocument', { kind: 'answers' }],
        // The organization's own report on the same response, which no respondent reads.
        ['FrozenDocument', { kind: 'assessment' }],
        ['Evidence', {}],
        ['EvidenceUpload', {}],
        ['StoredFile', {}],
      ] as const)
        await add(name, extra);
      await app.query(
        `INSERT INTO "DocumentRecipient" ("documentId", "recipientOrganizationId", "expiresAt")
         SELECT "id", gen_random_uuid(), '2099-01-01' FROM "FrozenDocument" WHERE "kind" = 'answers' AND "responseId" = $1`,
        [response.id],
      );
      // The database derives shared files from recipients: this one belongs to no known evidence.
      await add('SharedFile', {});
      return response;
    });
  [own, sibling, foreign] = [await make(organizationId), await make(organizationId), await make(otherOrganizationId)];
  respondent = new pg.Client({ connectionString: testDatabase().respondentUrl });
  await respondent.connect();
});
afterAll(() => Promise.all([app.end(), respondent.end()]));

/** One statement of a respondent of `assessment`, in a transaction that is rolled back. */
async function asRespondent(response: Row, sql: string, values: unknown[] = []) {
  await respondent.query(`SELECT set_config('app.guest_purpose', 'questionnaire', false), set_config('app.guest_subject_id', $1, false)`, [
    response.id,
  ]);
  return attempt(respondent, { organizationId: String(response.organizationId) }, sql, values);
}

const idColumn = (table: string) => (table === 'QuestionnaireResponse' ? 'id' : 'responseId');

test('a respondent reads its own response, its records, and no other row', async () => {
  for (const table of readable) {
    const { rows, code } = await asRespondent(own, `SELECT DISTINCT ${quote(idColumn(table))}::text AS id FROM ${quote(table)}`);
    expect({ table, code, ids: rows.map(({ id }) => id) }).toEqual({ table, code: null, ids: [own.id] });
  }
});

test('without a response set, with that of another organization, or admitted for another purpose, it reads nothing', async () => {
  for (const table of readable) {
    await respondent.query(`SELECT set_config('app.guest_purpose', 'questionnaire', false), set_config('app.guest_subject_id', '', false)`);
    expect((await attempt(respondent, { organizationId }, `SELECT 1 FROM ${quote(table)}`)).rows).toEqual([]);
    await respondent.query(
      `SELECT set_config('app.guest_purpose', 'questionnaire', false), set_config('app.guest_subject_id', $1, false)`,
      [foreign.id],
    );
    expect((await attempt(respondent, { organizationId }, `SELECT 1 FROM ${quote(table)}`)).rows).toEqual([]);
    expect((await attempt(respondent, {}, `SELECT 1 FROM ${quote(table)}`)).rows).toEqual([]);
    for (const purpose of ['findings', 'esap', 'monitoring', '']) {
      await respondent.query(`SELECT set_config('app.guest_purpose', $1, false), set_config('app.guest_subject_id', $2, false)`, [
        purpose,
        own.id,
      ]);
      expect((await attempt(respondent, { organizationId }, `SELECT 1 FROM ${quote(table)}`)).rows, `${table}, ${purpose}`).toEqual([]);
    }
  }
});

test('every other table rejects it: reading, adding, changing, deleting', async () => {
  const closed = [...tables.keys()].filter(
    (name) => !writable.includes(name) && !shown.includes(name) && !ofSite.includes(name) && !ofReporting.includes(name),
  );
  expect(closed.length).toBeGreaterThan(25);
  expect(closed).toEqual(expect.arrayContaining(Object.keys(globalTables)));
  for (const name of closed) {
    const [column] = tables.get(name)?.columns ?? [];
    for (const sql of [
      `SELECT 1 FROM ${quote(name)}`,
      `INSERT INTO ${quote(name)} DEFAULT VALUES`,
      `UPDATE ${quote(name)} SET ${quote(column?.name ?? '')} = ${quote(column?.name ?? '')}`,
      `DELETE FROM ${quote(name)}`,
    ])
      expect((await asRespondent(own, sql)).code, sql).toBe('42501');
  }
});

test('it reads and writes no row shared with sites', async () => {
  for (const name of ofSite) {
    expect(await asRespondent(own, `SELECT 1 FROM ${quote(name)}`), name).toMatchObject({ code: null, rows: [] });
    for (const sql of [`INSERT INTO ${quote(name)} DEFAULT VALUES`, `DELETE FROM ${quote(name)}`, `UPDATE ${quote(name)} SET "id" = "id"`])
      expect((await asRespondent(own, name === 'SharedFinding' ? sql.replaceAll('"id"', '"text"') : sql)).code, sql).toBe('42501');
  }
});

test('it reads and writes no row that clients report on loans', async () => {
  for (const name of ofReporting) {
    const columns = name === 'ReportVerdict' ? '"id"' : '*';
    expect(await asRespondent(own, `SELECT ${columns} FROM ${quote(name)}`), name).toMatchObject({ code: null, rows: [] });
    for (const sql of [
      `INSERT INTO ${quote(name)} DEFAULT VALUES`,
      `DELETE FROM ${quote(name)}`,
      `UPDATE ${quote(name)} SET "dealId" = "dealId"`,
    ])
      expect((await asRespondent(own, sql)).code, sql).toBe('42501');
  }
});

test('it reads the requested questionnaire of the organization’s own ones, and writes none', async () => {
  const make = (key: string) =>
    inScope(app, { organizationId }, async () => {
      const row = { ...(await prepareRow(app, tables, 'QuestionnaireTemplate', organizationId)), key };
      await app.query(insertSql('QuestionnaireTemplate', row), [JSON.stringify(row)]);
    });
  await make(String(own.instrumentKey));
  await make('own-other@1.0.0');
  const read = await asRespondent(own, 'SELECT "key" FROM "QuestionnaireTemplate"');
  expect(read.rows).toEqual([{ key: own.instrumentKey }]);
  expect((await asRespondent(sibling, 'SELECT "key" FROM "QuestionnaireTemplate"')).rows).toEqual([]);
  for (const sql of [`UPDATE "QuestionnaireTemplate" SET "status" = 'offered'`, 'DELETE FROM "QuestionnaireTemplate"'])
    expect((await asRespondent(own, sql)).code, sql).toBe('42501');
});

test('it cannot write into another response of the same organization', async () => {
  const answer = ({ organizationId: of, id }: Row) =>
    asRespondent(
      own,
      `INSERT INTO "Answer" ("organizationId", "responseId", "question", "value", "answeredById") VALUES ($1, $2, 'P1.Q2', '1', $3)`,
      [of, id, randomUUID()],
    );
  expect(await answer(own)).toMatchObject({ count: 1, code: null });
  expect((await answer(sibling)).code).toBe('42501');
  expect((await answer(foreign)).code).toBe('42501');
  for (const [table, set] of [
    ['Answer', `"value" = '2'`],
    ['QuestionnaireRequest', `"status" = 'started'`],
    ['QuestionnaireResponse', `"status" = 'submitted'`],
    ['Evidence', '"removedAt" = now()'],
    ['EvidenceUpload', '"receivedBytes" = 0'],
  ] as const) {
    const update = `UPDATE ${quote(table)} SET ${set} WHERE ${quote(idColumn(table))} = $1`;
    expect(await asRespondent(own, update, [own.id]), update).toMatchObject({ count: 1, code: null });
    expect(await asRespondent(own, update, [sibling.id]), update).toMatchObject({ count: 0, code: null });
    expect(await asRespondent(own, update, [foreign.id]), update).toMatchObject({ count: 0, code: null });
  }
  expect(await asRespondent(own, 'DELETE FROM "Answer"')).toMatchObject({ count: 1, code: null });
  expect((await asRespondent(own, `UPDATE "Answer" SET "responseId" = $1`, [sibling.id])).code).toBe('42501');
});

test('it changes none of what others decide: the questions, the due date, the recipient, the message, the retention', async () => {
  for (const sql of [
    `UPDATE "QuestionnaireResponse" SET "instrumentKey" = 'x'`,
    `UPDATE "QuestionnaireResponse" SET "approvedAt" = now()`,
    `UPDATE "QuestionnaireRequest" SET "message" = 'x'`,
    `UPDATE "QuestionnaireRequest" SET "supplierOrganizationId" = gen_random_uuid()`,
    `UPDATE "QuestionnaireRequest" SET "withdrawnAt" = NULL`,
    `UPDATE "DocumentRecipient" SET "recipientOrganizationId" = gen_random_uuid()`,
    `UPDATE "DocumentRecipient" SET "expiresAt" = '2099-01-01'`,
    `UPDATE "DocumentRecipient" SET "documentId" = gen_random_uuid()`,
    'DELETE FROM "DocumentRecipient"',
    `UPDATE "FrozenDocument" SET "content" = '{}'`,
    'DELETE FROM "FrozenDocument"',
    'SELECT "note", "issuedById", "dealId", "auditId" FROM "FrozenDocument"',
    'DELETE FROM "Evidence"',
    'DELETE FROM "StoredFile"',
    `UPDATE "Evidence" SET "grade" = 'document-checked'`,
    `UPDATE "StoredFile" SET "scan" = 'clean'`,
    `UPDATE "EvidenceUpload" SET "responseId" = gen_random_uuid()`,
    'DELETE FROM "QuestionnaireResponse"',
    'DELETE FROM "QuestionnaireRequest"',
    'SELECT 1 FROM "Activity"',
    'SELECT "grade" FROM "AnswerReview"',
    `UPDATE "PreviousAnswer" SET "value" = '1'`,
  ])
    expect((await asRespondent(own, sql)).code, sql).toBe('42501');
});

test('it shares its own answers, ends only that, and reads no document of another kind', async () => {
  const documents = await asRespondent(own, 'SELECT "id", "kind" FROM "FrozenDocument"');
  expect(documents.rows.map(({ kind }) => kind)).toEqual(['answers']);
  const recipients = await asRespondent(own, 'SELECT "documentId" FROM "DocumentRecipient"');
  expect(recipients.rows).toEqual([{ documentId: documents.rows[0]?.id }]);
  const end = 'UPDATE "DocumentRecipient" SET "revokedAt" = now() WHERE "documentId" = $1';
  const [others] = (await asRespondent(sibling, 'SELECT "id" FROM "FrozenDocument"')).rows;
  expect(await asRespondent(own, end, [documents.rows[0]?.id])).toMatchObject({ count: 1, code: null });
  expect(await asRespondent(own, end, [others?.id])).toMatchObject({ count: 0, code: null });
  const freeze = (of: Row, kind: string) =>
    asRespondent(
      own,
      `INSERT INTO "FrozenDocument" ("organizationId", "kind", "responseId", "version", "schemaVersion", "content", "hash", "issuedById")
       VALUES ($1, $2, $3, 2, 'x', '{}', repeat('0', 64), gen_random_uuid())`,
      [of.organizationId, kind, of.id],
    );
  expect((await freeze(own, 'answers')).code).toBeNull();
  for (const [of, kind] of [
    [own, 'response'],
    [sibling, 'answers'],
    [foreign, 'answers'],
  ] as const)
    expect((await freeze(of, kind)).code).toBe('42501');
  const share = `INSERT INTO "DocumentRecipient" ("documentId", "recipientOrganizationId", "expiresAt") VALUES ($1, gen_random_uuid(), '2099-01-01')`;
  expect((await asRespondent(own, share, [documents.rows[0]?.id])).code).toBeNull();
  expect((await asRespondent(own, share, [others?.id])).code).toBe('42501');
});

test('it records events on its own response only', async () => {
  const record = (kind: string, id: unknown) =>
    asRespondent(own, `INSERT INTO "Activity" ("organizationId", "recordKind", "recordId", "act") VALUES ($1, $2, $3, 'answer')`, [
      organizationId,
      kind,
      id,
    ]);
  expect((await record('response', own.id)).code).toBeNull();
  expect((await record('response', sibling.id)).code).toBe('42501');
  expect((await record('supplier', own.id)).code).toBe('42501');
});
