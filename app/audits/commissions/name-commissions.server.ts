import { z } from 'zod';
import { sql } from '~/access/sql.server';
import { queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { NamedRecord } from '~/platform/notifications/name-records.server';

const rowSchema = z.object({ id: z.string(), label: z.string() });

/** Commissions by their number, for either side. The firm reads the buyer beside it: two buyers number theirs alike. One query. */
export async function nameCommissions(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
      SELECT c."id", CASE WHEN c."firmOrganizationId" = current_setting('app.organization_id')::uuid
        THEN concat_ws(', ', c."number", COALESCE(k."name", buyer."name")) ELSE c."number" END AS "label"
      FROM "AuditCommission" c JOIN "Organization" buyer ON buyer."id" = c."organizationId"
      LEFT JOIN "AuditClient" k ON k."organizationId" = c."organizationId" AND k."id" = c."clientId"
      WHERE c."id" = ANY(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map(({ id, label }) => [id, { label, path: `/commissions/${id}` }]));
}
