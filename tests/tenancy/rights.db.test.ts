import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../setup/test-database';
import { appendOnly } from './declared-tables';
import { readTables, type Table } from './catalogue';

// Every right of the application's roles on tables, columns and functions.

let client: pg.Client;
let tables: Map<string, Table>;

beforeAll(async () => {
  client = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await client.connect();
  tables = await readTables(client);
});
afterAll(() => client.end());

async function column<Value>(sql: string): Promise<Value[]> {
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  return rows.map(([value]) => value);
}

test('the app has exactly the privileges it needs: released rows are only added and read', async () => {
  const { rows } = await client.query<{ table: string; grantee: string; rights: string[] }>(
    `SELECT c.relname AS table, CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(a.grantee) END AS grantee,
       array_agg(a.privilege_type::text ORDER BY a.privilege_type) AS rights
     FROM pg_class c, aclexplode(c.relacl) a
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND a.grantee <> c.relowner GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const ofApp = new Map(rows.filter(({ grantee }) => grantee === 'manumit_app').map(({ table, rights }) => [table, rights]));
  for (const { name } of tables.values()) {
    const added = appendOnly.has(name) || name === 'TranslatedString';
    const isRead = name === 'Translator' || name === 'MeasuredPace';
    const expected = isRead ? ['SELECT'] : added ? ['INSERT', 'SELECT'] : ['DELETE', 'INSERT', 'SELECT', 'UPDATE'];
    expect(ofApp.get(name), name).toEqual(name === '_prisma_migrations' ? undefined : expected);
  }
  const ofGuests = rows.filter(({ grantee }) => grantee !== 'manumit_app');
  const inOrder = (list: typeof rows) => [...list].sort((a, b) => `${a.table} ${a.grantee}`.localeCompare(`${b.table} ${b.grantee}`));
  expect(inOrder(ofGuests)).toEqual(
    inOrder([
      { table: 'Activity', grantee: 'manumit_respondent', rights: ['INSERT'] },
      { table: 'Answer', grantee: 'manumit_respondent', rights: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'] },
      { table: 'QuestionnaireRequest', grantee: 'manumit_respondent', rights: ['SELECT'] },
      { table: 'QuestionnaireRequest', grantee: 'manumit_search', rights: ['SELECT'] },
      { table: 'QuestionnaireResponse', grantee: 'manumit_respondent', rights: ['SELECT'] },
      { table: 'DocumentFile', grantee: 'manumit_search', rights: ['SELECT'] },
      { table: 'DocumentSignature', grantee: 'manumit_search', rights: ['SELECT'] },
      { table: 'DocumentWithdrawal', grantee: 'manumit_search', rights: ['SELECT'] },
      { table: 'SensitiveCaseMember', grantee: 'manumit_search', rights: ['SELECT'] },
      { table: 'PreviousAnswer', grantee: 'manumit_respondent', rights: ['SELECT'] },
      { table: 'Evidence', grantee: 'manumit_respondent', rights: ['INSERT', 'SELECT'] },
      { table: 'EvidenceUpload', grantee: 'manumit_respondent', rights: ['INSERT', 'SELECT'] },
      { table: 'MonitoringReport', grantee: 'manumit_respondent', rights: ['SELECT'] },
      { table: 'QuestionnaireTemplate', grantee: 'manumit_respondent', rights: ['SELECT'] },
      { table: 'Party', grantee: 'manumit_search', rights: ['SELECT'] },
      { table: 'SharedFile', grantee: 'manumit_respondent', rights: ['DELETE', 'INSERT', 'SELECT'] },
      { table: 'SharedFinding', grantee: 'manumit_respondent', rights: ['SELECT'] },
      { table: 'DocumentRecipient', grantee: 'manumit_respondent', rights: ['INSERT', 'SELECT'] },
      { table: 'FrozenDocument', grantee: 'manumit_respondent', rights: ['INSERT'] },
      { table: 'SharedWording', grantee: 'manumit_respondent', rights: ['SELECT'] },
      { table: 'SiteMessageFile', grantee: 'manumit_respondent', rights: ['SELECT'] },
      { table: 'DocumentRead', grantee: 'manumit_search', rights: ['SELECT'] },
      { table: 'StoredFile', grantee: 'manumit_respondent', rights: ['INSERT', 'SELECT'] },
    ]),
  );
  const ofColumns = await column<string>(
    `SELECT c.relname || '.' || a.attname || ' ' || array_to_string(a.attacl, ' ') FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE a.attacl IS NOT NULL AND c.relnamespace = 'public'::regnamespace`,
  );
  expect(ofColumns.sort()).toEqual(
    [
      ...['actionId', 'decisionNote', 'id', 'organizationId', 'payload', 'proposedAt', 'reason', 'state'].map(
        (name) => `Approval.${name} manumit_respondent=r`,
      ),
      ...[
        'chainNote',
        'chainStatement',
        'receivedAt',
        'refusalReason',
        'refusedAt',
        'snapshotId',
        'startedAt',
        'status',
        'submittedAt',
      ].map((name) => `QuestionnaireRequest.${name} manumit_respondent=w`),
      ...['responseId', 'comment', 'organizationId', 'question', 'sentBackAt'].map((name) => `AnswerReview.${name} manumit_respondent=r`),
      ...['opened', 'status', 'submittedAt'].map((name) => `QuestionnaireResponse.${name} manumit_respondent=w`),
      ...[
        'action',
        'completedAt',
        'createdAt',
        'dueOn',
        'findingId',
        'id',
        'kind',
        'organizationId',
        'owner',
        'reopenedAt',
        'status',
        'verifiedAt',
      ].map((name) => `CorrectiveAction.${name} manumit_respondent=r`),
      ...['agreedOn', 'at', 'function', 'id', 'name', 'organizationId', 'versionId'].map(
        (name) => `EsapAgreement.${name} manumit_respondent=r`,
      ),
      ...['at', 'byFunction', 'byName', 'id', 'itemId', 'organizationId', 'text', 'versionId'].map(
        (name) => `EsapComment.${name} manumit_respondent=r`,
      ),
      ...['audience', 'redactedAudience', 'redactedFileId', 'removedAt', 'validUntil'].map(
        (name) => `Evidence.${name} manumit_respondent=w`,
      ),
      ...['evidenceId', 'receivedBytes', 'refusal'].map((name) => `EvidenceUpload.${name} manumit_respondent=w`),
      ...['id', 'organizationId', 'status', 'withdrawnAt'].map((name) => `Finding.${name} manumit_respondent=r`),
      ...[
        'answer',
        'createdAt',
        'dueOn',
        'findingId',
        'id',
        'kind',
        'organizationId',
        'repliedBy',
        'repliedOn',
        'sentOn',
        'text',
        'verdict',
      ].map((name) => `FindingReply.${name} manumit_respondent=r`),
      ...['createdAt', 'dueOn', 'id', 'locale', 'message', 'organizationId', 'visit', 'withdrawnAt'].map(
        (name) => `FindingShare.${name} manumit_respondent=r`,
      ),
      ...['at', 'comment', 'id', 'organizationId', 'reportId', 'dealId', 'verdict', 'version'].map(
        (name) => `ReportVerdict.${name} manumit_respondent=r`,
      ),
      'DocumentRecipient.revokedAt manumit_respondent=w',
      'DocumentRecipient.supersededAt manumit_respondent=w',
      ...['content', 'hash', 'id', 'issuedAt', 'item', 'kind', 'organizationId'].map(
        (name) => `FrozenDocument.${name} manumit_respondent=r/\\w+ manumit_search=r`,
      ),
      ...['monitoringReportId', 'responseId', 'schemaVersion', 'version'].map((name) => `FrozenDocument.${name} manumit_respondent=r`),
      ...['fingerprint', 'id', 'organizationId', 'retiredAt'].map((name) => `SigningKey.${name} manumit_search=r`),
      ...['id', 'organizationId', 'protection'].map((name) => `PersonalSignature.${name} manumit_search=r`),
      ...['addedAt', 'documentId', 'fingerprint', 'form', 'kind', 'organizationId', 'personalId'].map(
        (name) => `SignatureAddition.${name} manumit_search=r`,
      ),
      ...[
        'actionId',
        'answer',
        'by',
        'decidedAt',
        'findingId',
        'id',
        'isDone',
        'kind',
        'newDueOn',
        'organizationId',
        'owner',
        'replyKind',
        'rootCause',
        'sentAt',
        'shareId',
        'text',
        'timescale',
        'verdict',
      ].map((name) => `SiteMessage.${name} manumit_respondent=r`),
      'DocumentRead.times manumit_search=w',
      ...['isMailDue', 'organizationId', 'userId'].map((name) => `Notification.${name} manumit_search=r`),
      // Which migrations are applied, for /readyz; not their logs.
      ...['finished_at', 'migration_name', 'rolled_back_at'].map((name) => `_prisma_migrations.${name} manumit_app=r`),
    ]
      .sort()
      .map((right) => expect.stringMatching(new RegExp(`^${right}/\\w+$`))),
  );
});

test('nothing bypasses the tables: no views, and only the known functions with their own privileges', async () => {
  expect(
    await column(`SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm', 'f')`),
  ).toEqual([]);
  const { rows } = await client.query(
    `SELECT proname::text AS name, pg_get_userbyid(proowner)::text = current_user AS "isOwners", proconfig::text[] AS settings,
       has_function_privilege('manumit_app', oid, 'EXECUTE') AS "isForApp", has_function_privilege('manumit_respondent', oid, 'EXECUTE') AS "isForAll"
     FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY proname`,
  );
  const settings = ['search_path=public, pg_temp'];
  expect(rows).toEqual([
    { name: 'count_read', isOwners: false, settings, isForApp: true, isForAll: false },
    { name: 'delete_import', isOwners: true, settings, isForApp: true, isForAll: false },
    { name: 'enqueue_job', isOwners: true, settings, isForApp: true, isForAll: false },
    { name: 'fit_statistics', isOwners: true, settings, isForApp: true, isForAll: false },
    { name: 'is_assigned', isOwners: false, settings, isForApp: true, isForAll: false },
    { name: 'is_unassigned', isOwners: false, settings, isForApp: true, isForAll: false },
    { name: 'issued_report', isOwners: false, settings, isForApp: true, isForAll: false },
    { name: 'people_of_cases', isOwners: false, settings, isForApp: false, isForAll: false },
    { name: 'people_to_mail', isOwners: false, settings, isForApp: false, isForAll: false },
    { name: 'published_results', isOwners: false, settings, isForApp: true, isForAll: false },
    { name: 'refresh_statistics', isOwners: true, settings, isForApp: true, isForAll: false },
    { name: 'request_places', isOwners: true, settings, isForApp: true, isForAll: false },
    { name: 'requests_to_address', isOwners: false, settings, isForApp: true, isForAll: false },
    { name: 'search_parties', isOwners: false, settings, isForApp: true, isForAll: false },
  ]);
});

test('the queue is closed to the roles of the app', async () => {
  for (const role of ['manumit_app', 'manumit_respondent', 'manumit_search']) {
    expect(await column(`SELECT has_schema_privilege('${role}', 'graphile_worker', 'USAGE')`)).toEqual([false]);
    expect(await column(`SELECT has_schema_privilege('${role}', 'public', 'CREATE')`)).toEqual([false]);
    expect(
      await column(
        `SELECT relname::text FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind IN ('r', 'p', 'v')
         AND has_table_privilege('${role}', oid, 'SELECT, INSERT, UPDATE, DELETE')`,
      ),
    ).toEqual([]);
  }
});
