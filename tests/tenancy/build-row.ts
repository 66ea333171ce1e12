import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { accountPurposes } from '~/access/guest-access/purposes';
import type { ForeignKey, Table } from './catalogue';

export type Row = Record<string, unknown>;

/** Values of columns that a CHECK restricts. A new CHECKed column without a value here fails with the constraint’s name. */
const words: Readonly<Record<string, string>> = {
  'Organization.kind': 'company',
  'Membership.role': 'viewer',
  'Invitation.role': 'viewer',
  'SavedView.list': 'suppliers',
  'SavedView.isShared': 'true',
  'ListPreference.list': 'suppliers',
  'Party.kind': 'supplier',
  'SupplyLink.kind': 'supplies',
  'Source.kind': 'member',
  'RecruiterRecord.kind': 'licence',
  'ImportBatch.status': 'received',
  'ImportRow.status': 'parsed',
  'QuestionnaireResponse.kind': 'audit',
  'Finding.grade': 'minor',
  'JobRun.kind': 'score-all',
  'CampaignTarget.status': 'waiting',
  'SupplierContact.email': 'somebody@example.org',
  'ContactPerson.email': 'somebody@example.org',
  'DeclaredParty.kind': 'subcontractor',
  'PartyMerge.kind': 'merge',
  'MatchDecision.verdict': 'same',
  'RecognisedTerm.field': 'sector',
  'DuplicatePair.origin': 'found',
  'SharedAccess.purpose': 'buyer',
  'AccessRequest.purpose': 'buyer',
  'DocumentRead.how': 'page',
  'SupplierTally.measure': 'standing',
  'SharedFile.variant': 'original',
  'SharedFile.scan': 'clean',
  'QuestionnaireTemplate.status': 'draft',
  'CorrectiveAction.kind': 'corrective',
  'CorrectiveAction.timescale': '30',
  'CorrectiveAction.verification': 'desktop',
  'GivenOverride.code': 'O2',
  'Alert.kind': 'listed-good',
  'SensitiveCase.status': 'open',
  'SensitiveCaseText.sealed': 'v1.sealed',
  'Audit.type': 'initial',
  'Audit.announcement': 'announced',
  'AuditMember.part': 'assessor',
  'AuditCommission.type': 'initial',
  'AuditCommission.announcement': 'announced',
  'AuditCommission.payer': 'buyer',
  'AuditCommission.wantedFrom': '2026-12-01',
  'AuditCommission.wantedTo': '2026-12-02',
  'CommissionMessage.side': 'buyer',
  'AuditClient.kind': 'company',
  'CommissionAuditor.part': 'assessor',
  'ConflictDecision.code': 'site-pays',
  'ConsultingService.kind': 'training',
  'AuditorCredential.kind': 'other',
  'AuditorAbsence.kind': 'leave',
  'AuditorAbsence.startsOn': '2026-12-01',
  'AuditorAbsence.endsOn': '2026-12-02',
  'AuditEntry.kind': 'note',
  'AuditComment.kind': 'record',
  'AuditEntry.hash': '0'.repeat(64),
  'AuditSampleFile.kind': 'hours',
  'AuditSampleFile.sha256': '0'.repeat(64),
  'SigningKey.fingerprint': '0'.repeat(64),
  'SignatureAddition.fingerprint': '0'.repeat(64),
  'SignatureAddition.kind': 'person',
  'PersonalSigningKey.fingerprint': '0'.repeat(64),
  'PersonalSigningKey.protection': 'passkey-check',
  'PersonalSignature.protection': 'passkey-check',
  'FrozenDocument.hash': '0'.repeat(64),
  'DocumentFile.sha256': '0'.repeat(64),
  'DocumentWithdrawal.reason': 'error',
  'SharedFinding.grade': 'minor',
  'SharedWording.grade': 'minor',
  'SiteMessage.kind': 'reply',
  'Deal.product': 'project-finance',
  'Deal.sector': 'power',
  'Deal.stage': 'planning',
  'Deal.lenderRole': 'lender',
  'Deal.currency': 'USD',
  'Deal.status': 'draft',
  'Deal.hostCountries': '{VN}',
  'ApplicabilityScreening.edition': 'EP4',
  'ApplicabilityScreening.result': 'in',
  'DealCategorisation.category': 'A',
  'DealStatusChange.reason': 'a reason',
  'DealParty.part': 'camp',
  'EsapAgreement.how': 'link',
  'EsapComment.byName': 'A name',
  'EsapComment.byFunction': 'A function',
  'Covenant.kind': 'law',
  'Covenant.frequency': 'yearly',
  'Covenant.tester': 'lender',
  'CovenantTest.result': 'met',
  'CovenantTest.evidence': 'seen',
  'BreachStep.kind': 'default',
  'ReportSchedule.frequency': 'yearly',
  'MonitoringReport.periodFrom': '2026-01-01',
  'MonitoringReport.periodTo': '2026-12-31',
  'MonitoringReport.dueOn': '2027-02-14',
  'ReportVerdict.verdict': 'accepted',
  'MonitoringIncident.kind': 'restricted',
  'IncidentNote.kind': 'told',
  'SalientIssue.topic': 'safety',
  'ConsultantCheck.purpose': 'review',
  'ConsultantCheck.isRequired': 'yes',
  'ConsultantCheck.isShared': 'unknown',
  'StakeholderEngagement.way': 'meeting',
  'StakeholderEngagement.people': 'unknown',
  'GrievanceMechanism.audience': 'both',
  'GrievanceMechanism.operator': 'client',
  'GrievanceMechanism.isAnonymous': 'unknown',
  'GrievanceMechanism.isFree': 'unknown',
  'GrievanceMechanism.noRetaliation': 'unknown',
  'GrievancePeriod.opened': 'unknown',
  'GrievancePeriod.closed': 'unknown',
  'GrievancePeriod.retaliation': 'unknown',
  'Notification.event': 'task-assigned',
  'NotificationKey.purpose': 'calendar',
  'GrievancePeriod.periodFrom': '2026-01-01',
  'GrievancePeriod.periodTo': '2026-12-31',
};

/** Readers of a frozen report rely on the name of its issuer. */
const issued = { organization: { name: 'Issuer' } };
const contents: Readonly<Record<string, object>> = {
  'FrozenDocument.content': issued,
};

/** A value for a column from its type alone. */
export function valueFor(table: string, column: string, type: string): unknown {
  const word = words[`${table}.${column}`];
  if (word !== undefined) return word;
  const base = type.replace(/\(.*\)/, '');
  if (base.endsWith('[]')) return [];
  switch (base) {
    case 'uuid':
      return randomUUID();
    case 'text':
    case 'character varying':
      return randomBytes(6).toString('hex');
    case 'integer':
    case 'bigint':
    case 'smallint':
      return 1;
    case 'numeric':
      return '0.5';
    case 'boolean':
      return false;
    case 'json':
    case 'jsonb':
      return contents[`${table}.${column}`] ?? {};
    case 'date':
    case 'timestamp with time zone':
    case 'timestamp without time zone':
      return new Date(Date.now() + 86_400_000).toISOString();
    default:
      throw new Error(`No value is known for ${table}.${column} of type ${type}: name one in tests/tenancy/build-row.ts.`);
  }
}

/** Tables whose rows have exactly one of several parents: the column of each, with the values that go with it. By default the first is created. */
const alternatives: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  GuestAccess: {
    responseId: { purpose: 'questionnaire' },
    findingShareId: { purpose: 'findings' },
    esapVersionId: { purpose: 'esap', locale: 'en' },
    dealId: { purpose: 'monitoring', locale: 'en' },
    invitationId: { purpose: 'invitation' },
    sharedAccessId: { purpose: 'shared-access' },
    commissionId: { purpose: 'commission' },
    organizationId: { purpose: 'claim', email: 'mill@example.org' },
  },
  FrozenDocument: {
    responseId: { kind: 'assessment' },
    auditId: { kind: 'audit' },
    dealId: { kind: 'due-diligence' },
    monitoringReportId: { kind: 'client-report' },
  },
  Approval: {
    partyId: { kind: 'override-waiver', item: 'O6:indicators' },
    actionId: { kind: 'due-date-extension', item: '', payload: { oldDueOn: '2026-01-01', newDueOn: '2026-02-01' } },
    covenantId: { kind: 'covenant-deletion', item: '' },
    breachId: { kind: 'breach-remedy', item: '' },
    caseId: { kind: 'sensitive-case-decision', item: 'hold', reason: '' },
    checkId: { kind: 'consultant-independence', item: '', reason: '' },
    auditId: { kind: 'audit-gate-point', item: 'person-days' },
  },
};

/** Columns that name a frozen document of one kind: the column of its subject, with the values that go with it. */
const documents: Readonly<Record<string, { parent: string; row: Row }>> = {
  'DocumentRecipient.documentId': { parent: 'responseId', row: { kind: 'answers' } },
  'SharedAccess.snapshotId': { parent: 'responseId', row: { kind: 'answers' } },
  'EsapAgreement.versionId': { parent: 'dealId', row: { kind: 'esap' } },
  'EsapComment.versionId': { parent: 'dealId', row: { kind: 'esap' } },
  'GuestAccess.esapVersionId': { parent: 'dealId', row: { kind: 'esap' } },
  'SharedAccess.auditReportId': { parent: 'auditId', row: { kind: 'audit' } },
};

export const isAlternative = (table: string, column: string): boolean => column in (alternatives[table] ?? {});

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * The INSERT of a row given as JSON; its only parameter is the row. `after` follows the values (ON CONFLICT …). Nothing is returned: RETURNING would ask the
 * policy for reading too, and hide a missing check on writing.
 */
export function insertSql(table: string, row: Row, after = ''): string {
  const names = Object.keys(row).map(quote).join(', ');
  return `INSERT INTO ${quote(table)} AS t (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${quote(table)}, $1::jsonb) ${after}`;
}

/** Inserts a row. @returns it as JSON that can be inserted again: defaults included, without what the database generates */
export async function insertRow(client: pg.Client, table: string, row: Row): Promise<Row> {
  const generated = `ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = '${quote(table)}'::regclass AND attgenerated <> '')`;
  const { rows } = await client.query(insertSql(table, row, `RETURNING to_jsonb(t.*) - ${generated} AS row`), [JSON.stringify(row)]);
  return rows[0].row;
}

/** Whether a foreign key points from one tenant table to another: to the organization itself, or to a user, does not count. */
export function isBetweenTenants(key: ForeignKey): boolean {
  return key.columns.includes('organizationId') && key.columns.length > 1;
}

/**
 * A valid row of a table with all the rows it needs, made from the catalogue: required columns only, foreign keys filled by new parents.
 * The client's transaction has the organization and a person set. With `isWhole`, optional foreign keys are filled too. Of a table whose rows have one of
 * several parents, `parent` is the column of the one to make, and `given` are values of the row that differ from what goes with it.
 */
export async function buildRow(
  client: pg.Client,
  tables: ReadonlyMap<string, Table>,
  name: string,
  organizationId: string,
  isWhole = false,
  parent?: string,
  given: Row = {},
): Promise<Row> {
  const row = await prepareRow(client, tables, name, organizationId, isWhole, parent, given);
  const made = await insertRow(client, name, row);
  // A sensitive case is visible to its assigned users: the caller of the transaction.
  if (name === 'SensitiveCase')
    await client.query(`INSERT INTO "SensitiveCaseMember" ("caseId", "userId") VALUES ($1, current_setting('app.user_id')::uuid)`, [
      made.id,
    ]);
  return made;
}

/** The caller as a member of the organization, whose row this is. */
async function joinAsCaller(client: pg.Client, row: Row): Promise<void> {
  const { rows } = await client.query(`SELECT current_setting('app.user_id') AS id`);
  row.userId = rows[0].id;
  await client.query(`INSERT INTO "User" ("id", "email", "name") VALUES ($1, $2, 'Caller') ON CONFLICT DO NOTHING`, [
    row.userId,
    `${row.userId}@example.org`,
  ]);
  await client.query(`INSERT INTO "Membership" ("userId", "role") VALUES ($1, 'viewer') ON CONFLICT DO NOTHING`, [row.userId]);
}

/** As `buildRow` without inserting: the parents exist, the row itself does not. */
export async function prepareRow(
  client: pg.Client,
  tables: ReadonlyMap<string, Table>,
  name: string,
  organizationId: string,
  isWhole = false,
  parent?: string,
  given: Row = {},
): Promise<Row> {
  const table = tables.get(name);
  if (!table) throw new Error(`There is no table ${name}.`);
  const required = new Set(table.columns.filter((column) => column.isRequired).map((column) => column.name));
  const row: Row = {};
  if (table.columns.some((column) => column.name === 'organizationId')) row.organizationId = organizationId;
  const choices = alternatives[name] ?? {};
  const chosen = parent !== undefined && parent in choices ? parent : Object.keys(choices)[0];
  if (chosen !== undefined) Object.assign(row, choices[chosen], given);
  for (const key of table.foreignKeys) {
    const open = key.columns.filter((column) => column !== 'organizationId');
    if (key.toTable === 'Organization' || open.length === 0) continue;
    if (open.some((column) => column in choices && column !== chosen)) continue;
    if (!isWhole && !open.every((column) => required.has(column) || column === chosen)) continue;
    if (open.every((column) => row[column] !== undefined)) continue;
    const document = documents[`${name}.${open[0]}`];
    const made = await buildRow(client, tables, key.toTable, organizationId, false, document?.parent, document?.row);
    key.columns.forEach((column, at) => {
      row[column] ??= made[key.toColumns[at] ?? ''];
    });
  }
  // A device has the link that opened it; a link to an account opens none.
  if (name === 'GuestAccess' && String(row.purpose) in accountPurposes) row.parentId = undefined;
  if (name === 'GuestAccess')
    Object.assign(row, row.parentId === undefined ? { kind: 'link' } : { kind: 'device', lastSeenAt: '2026-01-01' });
  for (const column of table.columns) {
    if (row[column.name] !== undefined || !column.isRequired || (column.hasDefault && words[`${name}.${column.name}`] === undefined))
      continue;
    row[column.name] =
      name === 'User' && column.name === 'email' ? `${randomUUID()}@example.org` : valueFor(name, column.name, column.type);
  }
  // A preference or notification belongs to the caller of the transaction.
  if (name === 'ListPreference' || name === 'Notification') await joinAsCaller(client, row);
  // A decision on a sensitive case is proposed in the caller's own name.
  if (name === 'Approval' && row.caseId !== undefined)
    row.proposedById = (await client.query(`SELECT current_setting('app.user_id') AS id`)).rows[0].id;
  // A key and a signature of a person are added in the caller's own name; what was confirmed is named by its hash.
  if (name === 'PersonalSigningKey' || name === 'PersonalSignature')
    row.userId = (await client.query(`SELECT current_setting('app.user_id') AS id`)).rows[0].id;
  if (name === 'PersonalSignature') row.challenge = createHash('sha256').update(String(row.statement)).digest('base64url');
  // An organization has one active key: those created here are retired.
  if (name === 'SigningKey') row.retiredAt = '2026-01-01';
  if (name === 'SiteMessage') row.replyKind = 'comment';
  if (name === 'SharedAccess' && row.auditReportId !== undefined) row.reportTitle = '2026-0001';
  if (name === 'FrozenDocument') row.version = row.supersedesId === undefined ? 1 : 2;
  if (name === 'DocumentWithdrawal') row.kind = row.correctedById === undefined ? 'withdrawn' : 'corrected';
  return row;
}
