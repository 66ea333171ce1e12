import { type Sql, sql } from '~/access/sql.server';
import { m } from '~/paraglide/messages';
import type { ChangeReader, ChangeSource } from '~/platform/changes/change-source';

/** An audit of one of the reader's teams, with the reader's part in it. */
const audits = ({ userId }: ChangeReader) => sql`
  "Audit" t JOIN "Party" p ON p."organizationId" = t."organizationId" AND p."id" = t."partyId"
  JOIN "AuditMember" own ON own."organizationId" = t."organizationId" AND own."auditId" = t."id" AND own."userId" = ${userId}::uuid`;
const columns = (path: Sql) => sql`t."id", p."name" AS "subject", t."number" AS "detail", 'audits/' || t."id" || ${path} AS "path"`;

export const auditChanges: Readonly<Record<string, ChangeSource>> = {
  'audit-assigned': {
    homes: ['auditor'],
    permission: 'read:audit',
    label: (count) => m.changes_audit_assigned({ count }),
    // An audit that ended is no news, whenever the reader joined its team; who was on it from the start, its planner assigned.
    rows: (reader) => sql`
      SELECT ${columns(sql`''`)}, own."addedAt"::date AS "on", CASE WHEN own."addedAt" <= t."plannedAt" THEN t."plannedById" END AS "byId"
      FROM ${audits(reader)} WHERE own."addedAt" >= ${reader.since}::date AND t."status" IN ('planned', 'on-site')`,
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
};
