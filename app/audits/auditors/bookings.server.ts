import { z } from 'zod';
import { type Sql, sql } from '~/access/sql.server';
import { queryFirst, queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { absenceKinds } from './lists';

const bookingSchema = z.object({
  kind: z.enum(['audit', 'commission', ...absenceKinds]),
  /** The number of the audit, or of the commission with its buyer: two buyers number theirs alike. Empty for an absence. */
  label: z.string(),
  /** Id of the audit, commission or absence. */
  id: z.string(),
  userId: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
});
export type Booking = z.output<typeof bookingSchema>;

/** Audits, accepted or proposed commissions, and absences that touch these days, of everyone in `people`; earliest first. One query. */
const bookings = (people: Sql, { from, to }: { from: string; to: string }) => sql`
  SELECT b."kind", b."label", b."id", b."userId", b."startsOn"::text AS "startsOn", b."endsOn"::text AS "endsOn" FROM (
    SELECT 'audit' AS "kind", a."number" AS "label", a."id", m."userId", a."startsOn", a."endsOn"
    FROM "AuditMember" m JOIN "Audit" a ON a."organizationId" = m."organizationId" AND a."id" = m."auditId" WHERE a."status" <> 'cancelled'
    UNION ALL
    SELECT 'commission', concat_ws(', ', c."number", COALESCE(k."name", buyer."name")), c."id", x."userId", p."startsOn", p."endsOn"
    FROM "CommissionAuditor" x
    JOIN "CommissionPlan" p ON p."organizationId" = x."organizationId" AND p."commissionId" = x."commissionId"
    JOIN "AuditCommission" c ON c."id" = x."commissionId" AND c."status" IN ('sent', 'question', 'accepted')
    JOIN "Organization" buyer ON buyer."id" = c."organizationId"
    LEFT JOIN "AuditClient" k ON k."organizationId" = c."organizationId" AND k."id" = c."clientId"
    UNION ALL
    SELECT "kind", '', "id", "userId", "startsOn", "endsOn" FROM "AuditorAbsence"
  ) b
  WHERE b."userId" = ANY(${people}) AND b."startsOn" <= ${to}::date AND b."endsOn" >= ${from}::date
  ORDER BY b."startsOn", b."kind", b."id"`;

export async function listBookings(
  db: TenantDb,
  { userIds, ...days }: { userIds: readonly string[]; from: string; to: string },
): Promise<Booking[]> {
  return queryRows(db, bookingSchema, bookings(sql`${[...userIds]}::uuid[]`, days));
}

/** What keeps a person from being assigned on these days; the record that is being planned is left out. */
export async function findCollisions(
  db: TenantDb,
  { userId, except = [], ...days }: { userId: string; from: string; to: string; except?: readonly (string | null)[] },
): Promise<Booking[]> {
  // Two who assign one person at once wait for each other.
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(current_setting('app.organization_id') || ${`booking-${userId}`}, 0))::text`;
  return (await listBookings(db, { userIds: [userId], ...days })).filter(({ id }) => !except.includes(id));
}

/** Whether the organization of the transaction is an audit firm: its calendar and credentials decide on assignments. */
export async function isFirm(db: TenantDb): Promise<boolean> {
  const row = await queryFirst(
    db,
    z.object({ kind: z.string() }),
    sql`SELECT "kind" FROM "Organization" WHERE "id" = current_setting('app.organization_id')::uuid`,
  );
  return row?.kind === 'audit-firm';
}
