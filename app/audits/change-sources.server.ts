import { type Sql, sql } from '~/access/sql.server';
import { expiryNoticeDays } from './auditors/lists';
import { credentialKindLabel } from './auditors/labels';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { ChangeReader, ChangeSource } from '~/platform/changes/change-source';

/** An audit of one of the reader's teams, with the reader's part `own` in it. */
const ownAudits = ({ userId }: ChangeReader) => sql`
  "Audit" t JOIN "Party" p ON p."organizationId" = t."organizationId" AND p."id" = t."partyId"
  JOIN "AuditMember" own ON own."organizationId" = t."organizationId" AND own."auditId" = t."id" AND own."userId" = ${userId}::uuid`;
/** The same, and of who answers for the firm every audit. */
const audits = ({ userId, answersForFirm }: ChangeReader) => sql`
  (SELECT a.* FROM "Audit" a WHERE ${answersForFirm} OR EXISTS (
    SELECT FROM "AuditMember" own WHERE own."organizationId" = a."organizationId" AND own."auditId" = a."id" AND own."userId" = ${userId}::uuid)) t
  JOIN "Party" p ON p."organizationId" = t."organizationId" AND p."id" = t."partyId"`;
const columns = (path: Sql) => sql`t."id", p."name" AS "subject", t."number" AS "detail", 'audits/' || t."id" || ${path} AS "path"`;

/** A commission `c` that the organization received; one that the firm wrote itself for a client without an account is no news to it. */
const received = sql`
  "AuditCommission" c JOIN "Organization" buyer ON buyer."id" = c."organizationId" AND c."clientId" IS NULL
    AND c."firmOrganizationId" = current_setting('app.organization_id')::uuid`;
const ofClient = sql`c."id", buyer."name" AS "subject", concat_ws(', ', c."number", c."place"->>'supplier') AS "detail", 'commissions/' || c."id" AS "path"`;
/** A commission `c` that the organization sent, named by its supplier. */
const sent = sql`
  "AuditCommission" c LEFT JOIN "Organization" firm ON firm."id" = c."firmOrganizationId"
  JOIN (SELECT current_setting('app.organization_id')::uuid AS "id") o ON o."id" = c."organizationId" AND c."clientId" IS NULL`;
const ofFirm = sql`
  c."id", c."place"->>'supplier' AS "subject", concat_ws(', ', c."number", firm."name") AS "detail", 'commissions/' || c."id" AS "path"`;
/** The day of the last message of a side; a commission is one change, however many messages it has. */
const messageOf = (side: 'buyer' | 'firm', since: string) => sql`
  LATERAL (
    SELECT g."sentAt"::date AS "on" FROM "CommissionMessage" g
    WHERE g."organizationId" = c."organizationId" AND g."commissionId" = c."id" AND g."side" = ${side} AND g."sentAt" >= ${since}::date
    ORDER BY g."sentAt" DESC LIMIT 1)`;

/** A credential `k` of the reader; of who answers for the firm that of every auditor. */
const credentials = ({ userId, answersForFirm }: ChangeReader) => sql`
  "AuditorCredential" k JOIN "User" u ON u."id" = k."userId" WHERE (${answersForFirm} OR k."userId" = ${userId}::uuid)`;
const credential = sql`k."id", u."name" AS "subject", k."kind" || '|' || k."validUntil" AS "detail", 'auditors/' || k."userId" AS "path"`;

function credentialDetail(raw: string): string {
  const [kind = '', validUntil = ''] = raw.split('|');
  return `${credentialKindLabel(kind)} · ${m.changes_credential_until({ date: formatDate(validUntil) })}`;
}

export const auditChanges: Readonly<Record<string, ChangeSource>> = {
  'audit-assigned': {
    homes: ['auditor'],
    permission: 'read:audit',
    label: (count) => m.changes_audit_assigned({ count }),
    // An audit that ended is no news, whenever the reader joined its team; who was on it from the start, its planner assigned.
    rows: (reader) => sql`
      SELECT ${columns(sql`''`)}, own."addedAt"::date AS "on", CASE WHEN own."addedAt" <= t."plannedAt" THEN t."plannedById" END AS "byId"
      FROM ${ownAudits(reader)} WHERE own."addedAt" >= ${reader.since}::date AND t."status" IN ('planned', 'on-site')`,
  },
  'audit-returned': {
    homes: ['auditor'],
    permission: 'read:audit',
    label: (count) => m.changes_audit_returned({ count }),
    rows: (reader) => sql`
      SELECT ${columns(sql`'/conclusion'`)}, back."at"::date AS "on", back."userId" AS "byId"
      FROM ${audits(reader)} JOIN LATERAL (
        SELECT v."at", v."userId" FROM "Activity" v WHERE v."organizationId" = t."organizationId" AND v."recordKind" = 'audit' AND v."recordId" = t."id"::text
          AND v."act" = 'return-audit' AND v."at" >= ${reader.since}::date ORDER BY v."at" DESC LIMIT 1) back ON t."returnedReason" IS NOT NULL`,
  },
  'audit-approved': {
    homes: ['auditor'],
    permission: 'read:audit',
    label: (count) => m.changes_audit_approved({ count }),
    rows: (reader) => sql`
      SELECT ${columns(sql`'/reports'`)}, t."approvedAt"::date AS "on", t."approvedById" AS "byId"
      FROM ${audits(reader)} WHERE t."approvedAt" >= ${reader.since}::date`,
  },
  'audit-concluded': {
    homes: ['auditor'],
    permission: 'approve:audit',
    label: (count) => m.changes_audit_concluded({ count }),
    rows: ({ since }) => sql`
      SELECT ${columns(sql`'/review'`)}, t."concludedAt"::date AS "on", t."concludedById" AS "byId"
      FROM "Audit" t JOIN "Party" p ON p."organizationId" = t."organizationId" AND p."id" = t."partyId"
      WHERE t."concludedAt" >= ${since}::date AND t."status" = 'in-review'`,
  },
  'commission-received': {
    homes: ['auditor'],
    permission: 'read:commission',
    label: (count) => m.changes_commission_received({ count }),
    rows: ({ since }) => sql`
      SELECT ${ofClient}, c."createdAt"::date AS "on", NULL::uuid AS "byId"
      FROM ${received} WHERE c."createdAt" >= ${since}::date AND c."status" <> 'withdrawn'`,
  },
  'commission-answered': {
    homes: ['auditor'],
    permission: 'read:commission',
    label: (count) => m.changes_commission_answered({ count }),
    rows: ({ since }) => sql`
      SELECT ${ofClient}, answer."on", NULL::uuid AS "byId" FROM ${received} JOIN ${messageOf('buyer', since)} answer ON TRUE`,
  },
  'commission-withdrawn': {
    homes: ['auditor'],
    permission: 'read:commission',
    label: (count) => m.changes_commission_withdrawn({ count }),
    rows: ({ since }) => sql`
      SELECT ${ofClient}, c."answeredAt"::date AS "on", NULL::uuid AS "byId"
      FROM ${received} WHERE c."answeredAt" >= ${since}::date AND c."status" = 'withdrawn'`,
  },
  'commission-question': {
    homes: ['company', 'lender'],
    permission: 'read:commission',
    label: (count) => m.changes_commission_question({ count }),
    rows: ({ since }) => sql`
      SELECT ${ofFirm}, question."on", NULL::uuid AS "byId"
      FROM ${sent} JOIN ${messageOf('firm', since)} question ON TRUE WHERE c."status" = 'question'`,
  },
  'commission-decided': {
    homes: ['company', 'lender'],
    permission: 'read:commission',
    label: (count) => m.changes_commission_decided({ count }),
    rows: ({ since }) => sql`
      SELECT ${ofFirm}, c."answeredAt"::date AS "on", NULL::uuid AS "byId"
      FROM ${sent} WHERE c."answeredAt" >= ${since}::date AND c."status" NOT IN ('sent', 'question', 'withdrawn')`,
  },
  'credential-expiring': {
    homes: ['auditor'],
    permission: 'record:audit',
    label: (count) => m.changes_credential_expiring({ count }),
    detail: credentialDetail,
    // From the first day of its notice, or the day on which a credential that ends within it was recorded.
    rows: (reader) => sql`
      SELECT * FROM (
        SELECT ${credential}, GREATEST(k."validUntil" - ${expiryNoticeDays}::int, k."recordedAt"::date) AS "on", NULL::uuid AS "byId"
        FROM ${credentials(reader)} AND k."validUntil" >= ${reader.today}::date) r
      WHERE r."on" BETWEEN ${reader.since}::date AND ${reader.today}::date`,
  },
  'credential-expired': {
    homes: ['auditor'],
    permission: 'record:audit',
    label: (count) => m.changes_credential_expired({ count }),
    detail: credentialDetail,
    // Valid until the day before the visit, it has expired on the day of the visit.
    rows: (reader) => sql`
      SELECT ${credential}, k."validUntil" AS "on", NULL::uuid AS "byId"
      FROM ${credentials(reader)} AND k."validUntil" >= ${reader.since}::date - 1 AND k."validUntil" < ${reader.today}::date`,
  },
};
