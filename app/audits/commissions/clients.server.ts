import { z } from 'zod';
import { sql } from '~/access/sql.server';
import { queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { clientKinds } from './states';

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(clientKinds),
  country: z.string().nullable(),
  contact: z.string(),
  note: z.string(),
  hasAccount: z.boolean(),
  open: z.number(),
  planned: z.number(),
  total: z.number(),
});
export type ClientRow = z.output<typeof rowSchema>;

/** The firm's clients by name, with their commissions: those that wait for the firm, those planned, and all. One query. */
export async function listClients(db: TenantDb): Promise<ClientRow[]> {
  return queryRows(
    db,
    rowSchema,
    sql`
      SELECT k."id", k."name", k."kind", k."country", k."contact", k."note", k."clientOrganizationId" IS NOT NULL AS "hasAccount",
        count(c."id") FILTER (WHERE c."status" IN ('sent', 'question', 'accepted'))::int AS "open",
        count(c."id") FILTER (WHERE c."status" = 'planned')::int AS "planned", count(c."id")::int AS "total"
      FROM "AuditClient" k
      LEFT JOIN "AuditCommission" c ON c."firmOrganizationId" = k."organizationId"
        AND (c."clientId" = k."id" OR c."organizationId" = k."clientOrganizationId" AND c."clientId" IS NULL)
      GROUP BY k."organizationId", k."id" ORDER BY lower(k."name"), k."id"`,
  );
}

export type ClientEntry = { name: string; kind: string; country?: string | undefined; contact: string; note: string };

/** Adds a client without an account. */
export async function addClient(db: TenantDb, { entry, by, now }: { entry: ClientEntry; by: string; now: Date }): Promise<string> {
  const { country = null, ...rest } = entry;
  const { id } = await db.auditClient.create({ data: { ...rest, country, createdById: by, createdAt: now }, select: { id: true } });
  return id;
}

/** Audit firms that the organization commissioned before, to choose from. */
export async function listKnownFirms(db: TenantDb, organizationId: string): Promise<{ id: string; name: string }[]> {
  const rows = await db.auditCommission.findMany({
    where: { organizationId, firmOrganizationId: { not: null } },
    distinct: ['firmOrganizationId'],
    orderBy: { firmOrganizationId: 'asc' },
    select: { firmOrganizationId: true },
  });
  const ids = rows.flatMap(({ firmOrganizationId }) => firmOrganizationId ?? []);
  return db.organization.findMany({
    where: { id: { in: ids }, kind: 'audit-firm' },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}
