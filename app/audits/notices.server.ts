import { expiryNoticeDays } from './auditors/lists';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { NamedRecord } from '~/platform/notifications/name-records.server';
import { namePeople } from '~/platform/activity/name-people.server';
import type { Round } from '~/platform/notifications/notification-sources.server';

/** Reports on an audit and the days before its first one, for its team; credentials that expire soon, for the auditor and those who assign. */
export const auditNotices = {
  'report-ready': ({ since }: Round) => sql`
    SELECT a."id" AS "recordId", a."partyId", t."userId", r."issuedById" AS "causedById", r."id"::text AS "occurrence"
    FROM "FrozenDocument" r
    JOIN "Audit" a ON a."organizationId" = r."organizationId" AND a."id" = r."auditId"
    JOIN "AuditMember" t ON t."organizationId" = a."organizationId" AND t."auditId" = a."id"
    WHERE r."kind" = 'audit' AND r."issuedAt" >= ${since}`,
  'audit-starting': ({ today, soon }: Round) => sql`
    SELECT a."id" AS "recordId", a."partyId", t."userId", NULL::uuid AS "causedById", a."startsOn"::text AS "occurrence"
    FROM "Audit" a JOIN "AuditMember" t ON t."organizationId" = a."organizationId" AND t."auditId" = a."id"
    WHERE a."status" = 'planned' AND a."startsOn" BETWEEN ${today}::date AND ${soon}::date`,
  'credential-expiring': ({ today }: Round) => sql`
    SELECT c."userId" AS "recordId", NULL::uuid AS "partyId", m."userId", NULL::uuid AS "causedById", c."id" || ' ' || c."validUntil" AS "occurrence"
    FROM "AuditorCredential" c
    JOIN "Membership" m ON m."organizationId" = c."organizationId" AND (m."userId" = c."userId" OR m."role" IN ('owner', 'manager'))
    WHERE c."validUntil" BETWEEN ${today}::date AND ${today}::date + ${expiryNoticeDays}::int`,
};

/** Audits by their number. */
const numbersOf = (db: TenantDb, ids: readonly string[]) =>
  db.audit.findMany({ where: { id: { in: [...ids] } }, select: { id: true, number: true } });

export async function nameAudits(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  return new Map((await numbersOf(db, ids)).map(({ id, number }) => [id, { label: number, path: `/audits/${id}` }]));
}

export async function nameAuditReports(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  return new Map((await numbersOf(db, ids)).map(({ id, number }) => [id, { label: number, path: `/audits/${id}/reports` }]));
}

export async function nameReviews(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  return new Map((await numbersOf(db, ids)).map(({ id, number }) => [id, { label: number, path: `/audits/${id}/review` }]));
}

/** Auditors by name. */
export async function nameAuditors(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  return new Map([...(await namePeople(db, ids))].map(([id, name]) => [id, { label: name, path: `/auditors/${id}` }]));
}
