import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { orderSumsSchema } from './order-sums';

const end = { publicId: z.string(), name: z.string(), kind: z.string() };
const rowSchema = orderSumsSchema.extend({
  id: z.string(),
  product: z.string().nullable(),
  from: z.object(end),
  to: z.object(end),
});
export type SourceOrders = z.infer<typeof rowSchema>;
const most = 50;

/**
 * What the order lines of a file add up to, by link and product, where this source is the first line of them: by the name of the party that supplies, at most
 * fifty. One query.
 */
export async function listSourceOrders(db: TenantDb, sourceId: string): Promise<SourceOrders[]> {
  return queryRows(
    db,
    rowSchema,
    sql`
      SELECT o."id", o."product", o."lines", o."volumes", o."values", o."firstOn"::text AS "firstOn", o."lastOn"::text AS "lastOn",
        jsonb_build_object('publicId', a."publicId", 'name', a."name", 'kind', a."kind") AS "from",
        jsonb_build_object('publicId', b."publicId", 'name', b."name", 'kind', b."kind") AS "to"
      FROM "OrderTotal" o
      JOIN "Party" a ON a."organizationId" = o."organizationId" AND a."id" = o."fromPartyId"
      JOIN "Party" b ON b."organizationId" = o."organizationId" AND b."id" = o."toPartyId"
      WHERE o."sourceId" = ${sourceId}::uuid
      ORDER BY a."nameKey", b."nameKey", o."product" NULLS FIRST, o."id" LIMIT ${most}::int`,
  );
}
