import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { NamedRecord } from '~/platform/notifications/name-records.server';
import type { Round } from '~/platform/notifications/notification-sources.server';

/** Reports on an audit, for its team. */
export const auditNotices = {
  'report-ready': ({ since }: Round) => sql`
    SELECT a."id" AS "recordId", a."partyId", t."userId", r."issuedById" AS "causedById", r."id"::text AS "occurrence"
    FROM "FrozenDocument" r
    JOIN "Audit" a ON a."organizationId" = r."organizationId" AND a."id" = r."auditId"
    JOIN "AuditMember" t ON t."organizationId" = a."organizationId" AND t."auditId" = a."id"
    WHERE r."kind" = 'audit' AND r."issuedAt" >= ${since}`,
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
