import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { globalTables } from '~/access/global-tables';
import { testDatabase } from '../setup/test-database';
import { type Policy, readPolicies, readTables, type Table } from './catalogue';

const current = `(NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid`;
const caller = `(NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid`;
const assessment = `(NULLIF(current_setting('app.assessment_id'::text, true), ''::text))::uuid`;
const planVersion = `(NULLIF(current_setting('app.plan_version_id'::text, true), ''::text))::uuid`;
const share = `(NULLIF(current_setting('app.share_id'::text, true), ''::text))::uuid`;
const reported = `(NULLIF(current_setting('app.transaction_id'::text, true), ''::text))::uuid`;
/** Of what stands in the share that a site reads. */
const inShare = (table: string, id = '"findingId"') =>
  `(EXISTS ( SELECT 1\n   FROM "SharedFinding" s\n  WHERE ((s."organizationId" = "${table}"."organizationId") AND (s."findingId" = "${table}".${id}))))`;
const ownRead = `(("readerOrganizationId" = ${current}) AND ("readerId" = ${caller}))`;
const appendOnly = new Set([
  'Fact',
  'Source',
  'Activity',
  'Score',
  'Report',
  'ProviderRecord',
  'SnapshotRead',
  'AuditEntry',
  'AuditReceipt',
  'AuditReport',
  'AuditChecklist',
  'TransactionScope',
  'TransactionCategory',
  'TransactionStep',
  'LenderReport',
  'EsapVersion',
  'EsapAgreement',
  'EsapComment',
  'CovenantTest',
  'BreachStep',
  'MonitoringReportVersion',
  'ReportVerdict',
  'IncidentNote',
  'SalientIssue',
  'Engagement',
  'GrievanceMechanism',
  'GrievancePeriod',
  'ConsultantCheck',
  'ConsultantVerdict',
  'CaseEntry',
  'ReportSignature',
  'SharedWording',
  'PublishedResult',
  'ResultWithdrawal',
]);

/** Every policy beside `tenant`, word for word. A new one is a new door: it is written here by someone who thought about it. */
const furtherPolicies: Policy[] = [
  {
    table: 'AccessGrant',
    name: 'recipient',
    permissive: 'PERMISSIVE',
    roles: ['manumit_app'],
    command: 'SELECT',
    using: `("recipientOrganizationId" = ${current})`,
    withCheck: null,
  },
  {
    table: 'AccessRequest',
    name: 'granter',
    permissive: 'PERMISSIVE',
    roles: ['manumit_app'],
    command: 'SELECT',
    using: `("granterOrganizationId" = ${current})`,
    withCheck: null,
  },
  {
    table: 'ActionExtension',
    name: 'site',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `(EXISTS ( SELECT 1\n   FROM "CorrectiveAction" a\n  WHERE ((a."organizationId" = "ActionExtension"."organizationId") AND (a.id = "ActionExtension"."actionId"))))`,
    withCheck: null,
  },
  {
    table: 'Activity',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `(("recordKind" = 'assessment'::text) AND ("recordId" = NULLIF(current_setting('app.assessment_id'::text, true), ''::text)))`,
    withCheck: null,
  },
  {
    table: 'Answer',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("assessmentId" = ${assessment})`,
    withCheck: null,
  },
  {
    table: 'AnswerRequest',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("assessmentId" = ${assessment})`,
    withCheck: null,
  },
  {
    table: 'AnswerRequest',
    name: 'search',
    permissive: 'PERMISSIVE',
    roles: ['manumit_search'],
    command: 'SELECT',
    using: 'true',
    withCheck: null,
  },
  {
    table: 'AnswerRequest',
    name: 'supplier',
    permissive: 'PERMISSIVE',
    roles: ['manumit_app'],
    command: 'SELECT',
    using: `(("supplierOrganizationId" = ${current}) AND (current_setting('app.side'::text, true) = 'supplier'::text))`,
    withCheck: null,
  },
  {
    table: 'AnswerReview',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("assessmentId" = ${assessment})`,
    withCheck: null,
  },
  {
    table: 'Assessment',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `(id = ${assessment})`,
    withCheck: null,
  },
  {
    table: 'AuditReport',
    name: 'search',
    permissive: 'PERMISSIVE',
    roles: ['manumit_search'],
    command: 'SELECT',
    using: 'true',
    withCheck: null,
  },
  {
    table: 'CaseDecision',
    name: 'assigned',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_app'],
    command: 'ALL',
    using: `is_assigned("caseId")`,
    withCheck: null,
  },
  {
    table: 'CaseDecision',
    name: 'kept',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_app'],
    command: 'DELETE',
    using: `false`,
    withCheck: null,
  },
  {
    table: 'CaseDecision',
    name: 'own_proposal',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_app'],
    command: 'INSERT',
    using: null,
    withCheck: `((verdict IS NULL) AND ("proposedById" = ${caller}))`,
  },
  {
    table: 'CaseDecision',
    name: 'own_verdict',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_app'],
    command: 'UPDATE',
    using: `(verdict IS NULL)`,
    withCheck: `((verdict IS NULL) OR ("decidedById" = ${caller}))`,
  },
  {
    table: 'CaseEntry',
    name: 'assigned',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_app'],
    command: 'ALL',
    using: `is_assigned("caseId")`,
    withCheck: null,
  },
  {
    table: 'CaseEntry',
    name: 'own_entry',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_app'],
    command: 'INSERT',
    using: null,
    withCheck: `(("actorId" IS NULL) OR ("actorId" = ${caller}))`,
  },
  {
    table: 'CaseMember',
    name: 'assigned',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_app'],
    command: 'ALL',
    using: `is_assigned("caseId")`,
    withCheck: `(is_assigned("caseId") OR is_unassigned("caseId"))`,
  },
  {
    table: 'CaseMember',
    name: 'kept',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_app'],
    command: 'DELETE',
    using: `false`,
    withCheck: null,
  },
  {
    table: 'CaseMember',
    name: 'search',
    permissive: 'PERMISSIVE',
    roles: ['manumit_search'],
    command: 'SELECT',
    using: `true`,
    withCheck: null,
  },
  {
    table: 'CaseText',
    name: 'assigned',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_app'],
    command: 'ALL',
    using: `is_assigned("caseId")`,
    withCheck: null,
  },
  {
    table: 'CorrectiveAction',
    name: 'site',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: inShare('CorrectiveAction'),
    withCheck: null,
  },
  {
    table: 'EarlierAnswer',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("assessmentId" = ${assessment})`,
    withCheck: null,
  },
  {
    table: 'EsapAgreement',
    name: 'client',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("versionId" = ${planVersion})`,
    withCheck: null,
  },
  {
    table: 'EsapComment',
    name: 'client',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("versionId" = ${planVersion})`,
    withCheck: null,
  },
  {
    table: 'EsapVersion',
    name: 'client',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `(id = ${planVersion})`,
    withCheck: null,
  },
  {
    table: 'Evidence',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("assessmentId" = ${assessment})`,
    withCheck: null,
  },
  {
    table: 'EvidenceUpload',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("assessmentId" = ${assessment})`,
    withCheck: null,
  },
  {
    table: 'Finding',
    name: 'site',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: inShare('Finding', 'id'),
    withCheck: null,
  },
  {
    table: 'FindingReply',
    name: 'site',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: inShare('FindingReply'),
    withCheck: null,
  },
  {
    table: 'FindingShare',
    name: 'site',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `(id = ${share})`,
    withCheck: null,
  },
  {
    table: 'FindingShare',
    name: 'supplier',
    permissive: 'PERMISSIVE',
    roles: ['manumit_app'],
    command: 'SELECT',
    using: `(("supplierOrganizationId" = ${current}) AND (current_setting('app.side'::text, true) = 'supplier'::text))`,
    withCheck: null,
  },
  {
    table: 'LenderReport',
    name: 'search',
    permissive: 'PERMISSIVE',
    roles: ['manumit_search'],
    command: 'SELECT',
    using: 'true',
    withCheck: null,
  },
  {
    table: 'Membership',
    name: 'own',
    permissive: 'PERMISSIVE',
    roles: ['manumit_app'],
    command: 'SELECT',
    using: `(("userId" = ${caller}) AND (NULLIF(current_setting('app.organization_id'::text, true), ''::text) IS NULL))`,
    withCheck: null,
  },
  {
    table: 'MonitoringReport',
    name: 'reporting',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("transactionId" = ${reported})`,
    withCheck: null,
  },
  {
    table: 'MonitoringReportVersion',
    name: 'reporting',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("transactionId" = ${reported})`,
    withCheck: null,
  },
  {
    table: 'OwnInstrument',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `(key = ( SELECT a."instrumentKey"\n   FROM "Assessment" a\n  WHERE ((a."organizationId" = "OwnInstrument"."organizationId") AND (a.id = ${assessment}))))`,
    withCheck: null,
  },
  {
    table: 'Party',
    name: 'search',
    permissive: 'PERMISSIVE',
    roles: ['manumit_search'],
    command: 'SELECT',
    using: 'true',
    withCheck: null,
  },
  {
    table: 'PublishedResult',
    name: 'search',
    permissive: 'PERMISSIVE',
    roles: ['manumit_search'],
    command: 'SELECT',
    using: 'true',
    withCheck: null,
  },
  {
    table: 'Report',
    name: 'search',
    permissive: 'PERMISSIVE',
    roles: ['manumit_search'],
    command: 'SELECT',
    using: 'true',
    withCheck: null,
  },
  {
    table: 'ReportVerdict',
    name: 'reporting',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("transactionId" = ${reported})`,
    withCheck: null,
  },
  {
    table: 'ResultWithdrawal',
    name: 'search',
    permissive: 'PERMISSIVE',
    roles: ['manumit_search'],
    command: 'SELECT',
    using: 'true',
    withCheck: null,
  },
  {
    table: 'SharedFile',
    name: 'recipient',
    permissive: 'PERMISSIVE',
    roles: ['manumit_app'],
    command: 'SELECT',
    using: `(("recipientOrganizationId" = ${current}) AND (EXISTS ( SELECT 1\n   FROM "SharedSnapshot" s\n  WHERE ((s."organizationId" = "SharedFile"."organizationId") AND (s.id = "SharedFile"."snapshotId") AND (s."recipientOrganizationId" = "SharedFile"."recipientOrganizationId") AND (s."revokedAt" IS NULL) AND (s."expiresAt" > now())))))`,
    withCheck: null,
  },
  {
    table: 'SharedFile',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("assessmentId" = ${assessment})`,
    withCheck: null,
  },
  {
    table: 'SharedFinding',
    name: 'site',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("shareId" = ${share})`,
    withCheck: null,
  },
  {
    table: 'SharedSnapshot',
    name: 'recipient',
    permissive: 'PERMISSIVE',
    roles: ['manumit_app'],
    command: 'SELECT',
    using: `(("recipientOrganizationId" = ${current}) AND ("revokedAt" IS NULL) AND ("expiresAt" > now()))`,
    withCheck: null,
  },
  {
    table: 'SharedSnapshot',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("assessmentId" = ${assessment})`,
    withCheck: null,
  },
  {
    table: 'SharedWording',
    name: 'site',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("shareId" = ${share})`,
    withCheck: null,
  },
  {
    table: 'SiteMessage',
    name: 'site',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("shareId" = ${share})`,
    withCheck: null,
  },
  {
    table: 'SiteMessageFile',
    name: 'site',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("shareId" = ${share})`,
    withCheck: null,
  },
  {
    table: 'SnapshotRead',
    name: 'again',
    permissive: 'PERMISSIVE',
    roles: ['manumit_search'],
    command: 'UPDATE',
    using: ownRead,
    withCheck: null,
  },
  {
    table: 'SnapshotRead',
    name: 'own_reads',
    permissive: 'PERMISSIVE',
    roles: ['manumit_search'],
    command: 'SELECT',
    using: ownRead,
    withCheck: null,
  },
  {
    table: 'SnapshotRead',
    name: 'reader',
    permissive: 'PERMISSIVE',
    roles: ['manumit_app'],
    command: 'SELECT',
    using: `("readerOrganizationId" = ${current})`,
    withCheck: null,
  },
  {
    table: 'SnapshotRead',
    name: 'reading',
    permissive: 'PERMISSIVE',
    roles: ['manumit_app'],
    command: 'INSERT',
    using: null,
    withCheck: expect.stringMatching(
      /^\(\("readerOrganizationId" = .* AND \("readerId" = .*app\.user_id.* AND \(EXISTS \( SELECT 1\s+FROM "SharedSnapshot" s\s+WHERE/s,
    ),
  },
  {
    table: 'StoredFile',
    name: 'respondent',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_respondent'],
    command: 'ALL',
    using: `("assessmentId" = ${assessment})`,
    withCheck: null,
  },
  {
    table: 'ZeroToleranceCase',
    name: 'assigned',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_app'],
    command: 'ALL',
    using: `(is_assigned(id) OR (("openedById" = ${caller}) AND is_unassigned(id)))`,
    withCheck: null,
  },
  {
    table: 'ZeroToleranceCase',
    name: 'kept',
    permissive: 'RESTRICTIVE',
    roles: ['manumit_app'],
    command: 'DELETE',
    using: `false`,
    withCheck: null,
  },
];

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

async function column<Value>(sql: string): Promise<Value[]> {
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  return rows.map(([value]) => value);
}

test('every table is a tenant table, or listed as global with its reason', () => {
  expect(tenantTables.length).toBeGreaterThan(20);
  expect(tenantTables.filter(({ columns }) => !columns.some(({ name }) => name === 'organizationId')).map(({ name }) => name)).toEqual([]);
  expect(Object.keys(globalTables).filter((name) => !tables.has(name))).toEqual([]);
});

test('row-level security is enabled and forced on every tenant table, by one policy of one wording', async () => {
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

test('the organization is required, comes first in every key, and is stamped by the database', async () => {
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
  // A unique index over all organizations would tell one what another holds.
  expect(unique.rows.filter(({ table, first }) => names.has(table) && first !== 'organizationId')).toEqual([]);
});

test('foreign keys carry the organization on both sides, lead up to it, and never set it to null', () => {
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

test('the app has exactly the rights it needs: what is released is only added and read', async () => {
  const { rows } = await client.query<{ table: string; grantee: string; rights: string[] }>(
    `SELECT c.relname AS table, CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(a.grantee) END AS grantee,
       array_agg(a.privilege_type::text ORDER BY a.privilege_type) AS rights
     FROM pg_class c, aclexplode(c.relacl) a
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND a.grantee <> c.relowner GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const ofApp = new Map(rows.filter(({ grantee }) => grantee === 'manumit_app').map(({ table, rights }) => [table, rights]));
  for (const { name } of tables.values()) {
    const added = appendOnly.has(name) || name === 'TranslatedString';
    const expected = name === 'Translator' ? ['SELECT'] : added ? ['INSERT', 'SELECT'] : ['DELETE', 'INSERT', 'SELECT', 'UPDATE'];
    expect(ofApp.get(name), name).toEqual(name === '_prisma_migrations' ? undefined : expected);
  }
  expect(rows.filter(({ grantee }) => grantee !== 'manumit_app')).toEqual([
    { table: 'Activity', grantee: 'manumit_respondent', rights: ['INSERT'] },
    { table: 'Answer', grantee: 'manumit_respondent', rights: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'] },
    { table: 'AnswerRequest', grantee: 'manumit_respondent', rights: ['SELECT'] },
    { table: 'AnswerRequest', grantee: 'manumit_search', rights: ['SELECT'] },
    { table: 'Assessment', grantee: 'manumit_respondent', rights: ['SELECT'] },
    { table: 'AuditReport', grantee: 'manumit_search', rights: ['SELECT'] },
    { table: 'CaseMember', grantee: 'manumit_search', rights: ['SELECT'] },
    { table: 'EarlierAnswer', grantee: 'manumit_respondent', rights: ['SELECT'] },
    { table: 'Evidence', grantee: 'manumit_respondent', rights: ['INSERT', 'SELECT'] },
    { table: 'EvidenceUpload', grantee: 'manumit_respondent', rights: ['INSERT', 'SELECT'] },
    { table: 'LenderReport', grantee: 'manumit_search', rights: ['SELECT'] },
    { table: 'MonitoringReport', grantee: 'manumit_respondent', rights: ['SELECT'] },
    { table: 'MonitoringReportVersion', grantee: 'manumit_respondent', rights: ['SELECT'] },
    { table: 'OwnInstrument', grantee: 'manumit_respondent', rights: ['SELECT'] },
    { table: 'Party', grantee: 'manumit_search', rights: ['SELECT'] },
    { table: 'PublishedResult', grantee: 'manumit_search', rights: ['SELECT'] },
    { table: 'Report', grantee: 'manumit_search', rights: ['SELECT'] },
    { table: 'ResultWithdrawal', grantee: 'manumit_search', rights: ['SELECT'] },
    { table: 'SharedFile', grantee: 'manumit_respondent', rights: ['DELETE', 'INSERT', 'SELECT'] },
    { table: 'SharedFinding', grantee: 'manumit_respondent', rights: ['SELECT'] },
    { table: 'SharedSnapshot', grantee: 'manumit_respondent', rights: ['INSERT', 'SELECT'] },
    { table: 'SharedWording', grantee: 'manumit_respondent', rights: ['SELECT'] },
    { table: 'SiteMessageFile', grantee: 'manumit_respondent', rights: ['SELECT'] },
    { table: 'SnapshotRead', grantee: 'manumit_search', rights: ['SELECT'] },
    { table: 'StoredFile', grantee: 'manumit_respondent', rights: ['INSERT', 'SELECT'] },
  ]);
  expect(
    await column(
      `SELECT c.relname || '.' || a.attname || ' ' || array_to_string(a.attacl, ' ') FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE a.attacl IS NOT NULL AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    ),
  ).toEqual(
    [
      ...['actionId', 'answer', 'askedAt', 'id', 'newDueOn', 'oldDueOn', 'organizationId', 'reason', 'verdict'].map(
        (name) => `ActionExtension.${name} manumit_respondent=r`,
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
      ].map((name) => `AnswerRequest.${name} manumit_respondent=w`),
      ...['assessmentId', 'comment', 'organizationId', 'question', 'sentBackAt'].map((name) => `AnswerReview.${name} manumit_respondent=r`),
      ...['opened', 'status', 'submittedAt'].map((name) => `Assessment.${name} manumit_respondent=w`),
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
      ...['at', 'byFunction', 'byName', 'id', 'lineId', 'organizationId', 'text', 'versionId'].map(
        (name) => `EsapComment.${name} manumit_respondent=r`,
      ),
      ...['content', 'frozenAt', 'hash', 'id', 'number', 'organizationId'].map((name) => `EsapVersion.${name} manumit_respondent=r`),
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
      ...['createdAt', 'dueOn', 'id', 'locale', 'message', 'organizationId', 'withdrawnAt'].map(
        (name) => `FindingShare.${name} manumit_respondent=r`,
      ),
      ...['at', 'comment', 'id', 'organizationId', 'reportId', 'transactionId', 'verdict', 'version'].map(
        (name) => `ReportVerdict.${name} manumit_respondent=r`,
      ),
      'SharedSnapshot.revokedAt manumit_respondent=w',
      'SharedSnapshot.supersededAt manumit_respondent=w',
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
      'SnapshotRead.times manumit_search=w',
    ].map((right) => expect.stringMatching(new RegExp(`^${right}/\\w+$`))),
  );
});

test('nothing goes round the tables: no views, and only the known functions with rights of their own', async () => {
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
    { name: 'enqueue_job', isOwners: true, settings, isForApp: true, isForAll: false },
    { name: 'fit_statistics', isOwners: true, settings, isForApp: true, isForAll: false },
    { name: 'is_assigned', isOwners: false, settings, isForApp: true, isForAll: false },
    { name: 'is_unassigned', isOwners: false, settings, isForApp: true, isForAll: false },
    { name: 'people_of_cases', isOwners: false, settings, isForApp: false, isForAll: false },
    { name: 'published_results', isOwners: false, settings, isForApp: true, isForAll: false },
    { name: 'refresh_statistics', isOwners: true, settings, isForApp: true, isForAll: false },
    { name: 'report_prepared_at', isOwners: false, settings, isForApp: true, isForAll: false },
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
