import { z } from 'zod';
import { noSql, type Sql, sql } from '~/access/sql.server';
import { queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { CommissionFilter } from './schema';
import { commissionStatuses, payers } from './states';

const rowSchema = z.object({
  id: z.string(),
  number: z.string(),
  side: z.enum(['buyer', 'firm']),
  /** The other side: the firm, its address, or the client. */
  party: z.string(),
  supplier: z.string(),
  site: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  /** All at the site; null where unknown. */
  workers: z.number().nullable(),
  announcement: z.string(),
  payer: z.enum(payers),
  wantedFrom: z.string(),
  wantedTo: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  status: z.enum(commissionStatuses),
  auditNumber: z.string().nullable(),
  reason: z.string(),
  createdOn: z.string(),
});
export type CommissionRow = z.output<typeof rowSchema>;

const other = sql`CASE WHEN c."clientId" IS NOT NULL THEN k."name" WHEN c."firmOrganizationId" = o.id THEN b."name" ELSE COALESCE(f."name", c."firmEmail") END`;
/** Sort keys as text with the same order as their values. */
const keys: Record<string, Sql> = {
  created: sql`to_char(c."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
  wanted: sql`to_char(c."wantedFrom", 'YYYY-MM-DD')`,
  agreed: sql`COALESCE(to_char(c."startsOn", 'YYYY-MM-DD'), '')`,
  supplier: sql`lower(c."place"->>'supplier')`,
  party: sql`lower(COALESCE(${other}, ''))`,
};
const from = sql`FROM (SELECT current_setting('app.organization_id')::uuid AS id) o
  JOIN "AuditCommission" c ON c."organizationId" = o.id OR c."firmOrganizationId" = o.id
  JOIN "Organization" b ON b."id" = c."organizationId"
  LEFT JOIN "Organization" f ON f."id" = c."firmOrganizationId"
  LEFT JOIN "AuditClient" k ON k."organizationId" = c."organizationId" AND k."id" = c."clientId"`;

const pageSize = 50;

/** Commissions that the organization sent or received, newest first unless `sort` says otherwise, 50 a page unless `take` does. One query. */
export async function listCommissions(
  db: TenantDb,
  options: CommissionFilter & { cursor?: string | undefined; take?: number },
): Promise<{ rows: CommissionRow[]; next: string | null }> {
  const { sort, take = pageSize, search, statuses, announcement } = options;
  const key = keys[sort.key] ?? sql`c."number"`;
  const isUp = sort.direction === 'ascending';
  const direction = isUp ? sql`ASC` : sql`DESC`;
  const than = isUp ? sql`>` : sql`<`;
  const cursor = z.guid().safeParse(options.cursor).data;
  const clientId = z.guid().safeParse(options.clientId).data;
  const found = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const after = cursor
    ? sql`AND (${key} COLLATE "C", c."id") ${than} (SELECT ${key} COLLATE "C", c."id" ${from} WHERE c."id" = ${cursor}::uuid)`
    : noSql;
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
      SELECT c."id", c."number", CASE WHEN c."firmOrganizationId" = o.id THEN 'firm' ELSE 'buyer' END AS "side", COALESCE(${other}, '') AS "party",
        c."place"->>'supplier' AS "supplier", c."place"->>'site' AS "site", c."place"->>'city' AS "city", c."place"->>'country' AS "country",
        (c."place"->>'workers')::int AS "workers",
        c."announcement", c."payer", c."wantedFrom"::text AS "wantedFrom", c."wantedTo"::text AS "wantedTo", c."startsOn"::text AS "startsOn",
        c."endsOn"::text AS "endsOn", c."status", c."auditNumber", c."reason", (c."createdAt" AT TIME ZONE 'UTC')::date::text AS "createdOn"
      ${from} ${clientId ? sql`JOIN "AuditClient" own ON own."organizationId" = o.id AND own."id" = ${clientId}::uuid` : noSql}
      WHERE TRUE
        ${statuses.length > 0 ? sql`AND c."status" = ANY(${statuses})` : noSql}
        ${announcement ? sql`AND c."announcement" = ${announcement}` : noSql}
        ${clientId ? sql`AND (c."clientId" = ${clientId}::uuid OR c."clientId" IS NULL AND c."organizationId" = own."clientOrganizationId")` : noSql}
        ${search ? sql`AND concat_ws(' ', c."number", c."auditNumber", c."place"->>'supplier', c."place"->>'site', ${other}) ILIKE ${found}` : noSql}
        ${after}
      ORDER BY ${key} COLLATE "C" ${direction}, c."id" ${direction} LIMIT ${take + 1}`,
  );
  const shown = rows.slice(0, take);
  return { rows: shown, next: rows.length > take ? (shown.at(-1)?.id ?? null) : null };
}
