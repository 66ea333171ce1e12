import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type OrderSums, orderAdder, orderSumsSchema } from './order-sums';
import type { LinkOrders, OrderTotal } from './order-totals';

const rowSchema = orderSumsSchema.extend({
  fromPartyId: z.string(),
  toPartyId: z.string(),
  fromPublicId: z.string(),
  toPublicId: z.string(),
  product: z.string().nullable(),
  sourceId: z.string(),
  fileName: z.string(),
});
/** The order lines of one link for one product. */
export type ListedOrderTotal = OrderTotal & {
  fromPartyId: string;
  toPartyId: string;
  fromPublicId: string;
  toPublicId: string;
};

/**
 * What order lines add up to, by link and product: of all links, or of those of a party and its sites, as known now or at an instant. Imports of several
 * periods are added up. One query.
 */
export async function listOrderTotals(
  db: TenantDb,
  { partyId = null, knownAt = null }: { partyId?: string | null; knownAt?: string | null } = {},
): Promise<ListedOrderTotal[]> {
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
    WITH ours AS (SELECT ${partyId}::uuid AS id UNION ALL SELECT "partyId" FROM "Site" WHERE "supplierPartyId" = ${partyId}::uuid)
    SELECT o."fromPartyId", o."toPartyId", a."publicId" AS "fromPublicId", b."publicId" AS "toPublicId", o."product", o."lines", o."volumes", o."values",
      o."firstOn"::text AS "firstOn", o."lastOn"::text AS "lastOn", o."sourceId", f."fileName"
    FROM "OrderTotal" o
    JOIN "Party" a ON a."organizationId" = o."organizationId" AND a."id" = o."fromPartyId"
    JOIN "Party" b ON b."organizationId" = o."organizationId" AND b."id" = o."toPartyId"
    JOIN "Source" s ON s."organizationId" = o."organizationId" AND s."id" = o."sourceId"
    JOIN "ImportRow" r ON r."organizationId" = s."organizationId" AND r."id" = s."importRowId"
    JOIN "ImportBatch" i ON i."organizationId" = r."organizationId" AND i."id" = r."batchId"
    JOIN "StoredFile" f ON f."organizationId" = i."organizationId" AND f."id" = i."fileId"
    WHERE o."fromPartyId" <> o."toPartyId" AND (${knownAt}::timestamptz IS NULL OR o."createdAt" <= ${knownAt}::timestamptz)
      AND (${partyId}::uuid IS NULL OR o."fromPartyId" IN (SELECT id FROM ours) OR o."toPartyId" IN (SELECT id FROM ours))
    ORDER BY a."nameKey", o."fromPartyId", b."nameKey", o."toPartyId", o."product" NULLS FIRST, o."createdAt", o."id"`,
  );
  const groups = new Map<string, { first: (typeof rows)[number]; adding: ReturnType<typeof orderAdder>; sources: OrderTotal['sources'] }>();
  for (const row of rows) {
    const key = `${row.fromPartyId} ${row.toPartyId} ${row.product ?? ''}`;
    const group = groups.get(key) ?? { first: row, adding: orderAdder(), sources: [] };
    group.adding.add(row);
    if (!group.sources.some(({ fileName }) => fileName === row.fileName))
      group.sources.push({ sourceId: row.sourceId, fileName: row.fileName });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first, adding, sources }) => {
    const { fromPartyId, toPartyId, fromPublicId, toPublicId, product } = first;
    return { fromPartyId, toPartyId, fromPublicId, toPublicId, product, sources, ...adding.result() };
  });
}

/** The same by link: `from to` → its totals, by the ids of its parties or, with `isPublic`, their public ones. */
export async function readLinkOrders(
  db: TenantDb,
  { isPublic = false, ...options }: { partyId?: string; knownAt: string | null; isPublic?: boolean },
): Promise<Map<string, LinkOrders>> {
  const links = new Map<string, ListedOrderTotal[]>();
  for (const total of await listOrderTotals(db, options)) {
    const edge = isPublic ? `${total.fromPublicId} ${total.toPublicId}` : `${total.fromPartyId} ${total.toPartyId}`;
    links.set(edge, [...(links.get(edge) ?? []), total]);
  }
  return new Map([...links].map(([edge, totals]) => [edge, ordersOf(totals)]));
}

function ordersOf(totals: readonly ListedOrderTotal[]): LinkOrders {
  const adding = orderAdder();
  for (const total of totals) adding.add(total satisfies OrderSums);
  const sources = new Map(totals.flatMap((total) => total.sources.map((source) => [source.fileName, source] as const)));
  const products = totals
    .map(({ product, sources: from, lines, volumes, values, firstOn, lastOn }) => ({
      product,
      sources: from,
      lines,
      volumes,
      values,
      firstOn,
      lastOn,
    }))
    .sort((a, b) => b.lines - a.lines);
  return { sums: adding.result(), products, sources: [...sources.values()] };
}
