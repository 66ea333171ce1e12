import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { NamedRecord } from '~/platform/notifications/name-records.server';
import type { Round } from '~/platform/notifications/notification-sources.server';

const raised = sql`"Alert" a
  JOIN "Supplier" s ON s."organizationId" = a."organizationId" AND s."partyId" = a."partyId" AND s."archivedAt" IS NULL`;

/** New alerts, for the owner of the supplier and for its followers: a listing, an import order, an edition of a list of states. */
export const alertNotices = {
  'alert-raised': (round: Round) => sql`
    SELECT a."id" AS "recordId", a."partyId", s."ownerId" AS "userId", NULL::uuid AS "causedById", '' AS "occurrence"
    FROM ${raised} WHERE a."firstSeenAt" >= ${round.since} AND a."endedAt" IS NULL`,
  'followed-alert': (round: Round) => sql`
    SELECT a."id" AS "recordId", a."partyId", o."userId", s."ownerId" AS "causedById", '' AS "occurrence"
    FROM ${raised} JOIN "SupplierFollower" o ON o."organizationId" = a."organizationId" AND o."partyId" = a."partyId"
    WHERE a."firstSeenAt" >= ${round.since} AND a."endedAt" IS NULL`,
};

export async function nameAlerts(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  const alerts = await db.alert.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Map(alerts.map(({ id }) => [id, { label: null, path: `/alerts/${id}` }]));
}
