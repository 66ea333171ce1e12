import { z } from 'zod';
import { noSql, type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { LinkWindow } from './link-window';

const schema = z.array(
  z.object({
    id: z.string(),
    supplier: z.string(),
    buyer: z.string(),
    /** 0 to 1; null where unknown. */
    share: z.number().nullable(),
    product: z.string().nullable(),
  }),
);
/** An edge that supplies or subcontracts, between suppliers: a site counts for its supplier. Of several products at a time, their shares are one. */
export type NetworkRow = z.infer<typeof schema>[number];

/** Steps upstream that are read one by one; a longer chain is read whole. */
const mostSteps = 8;

/** Every link of the window. One query. */
export function readAllLinks(db: TenantDb, within: LinkWindow): Promise<NetworkRow[]> {
  return readLinks(db, within, noSql);
}

/** The links of the window that meet a condition on them (`l`). */
async function readLinks(db: TenantDb, { first, last, knownAt }: LinkWindow, condition: Sql): Promise<NetworkRow[]> {
  return schema.parse(
    await db.$queryRaw`
      SELECT min(l."id"::text) AS id, COALESCE(a."supplierPartyId", l."fromPartyId") AS supplier, COALESCE(b."supplierPartyId", l."toPartyId") AS buyer,
        sum(l."share")::float8 AS share, string_agg(DISTINCT l."product", ' | ') AS product
      FROM links_held(${first}::date, ${last}::date, ${knownAt}::timestamptz) l
      LEFT JOIN "Site" a ON a."organizationId" = l."organizationId" AND a."partyId" = l."fromPartyId"
      LEFT JOIN "Site" b ON b."organizationId" = l."organizationId" AND b."partyId" = l."toPartyId"
      WHERE l."kind" IN ('supplies', 'subcontracts') ${condition}
      GROUP BY l."fromPartyId", l."toPartyId", l."kind", a."supplierPartyId", b."supplierPartyId"`,
  );
}

/**
 * Every link upstream of these parties, however far; each party is visited once, so a circle ends. One query a step, at most nine: a recursive query
 * is one, but PostgreSQL cannot tell how far it will go and took seconds for a small organization beside a large one.
 */
export async function readLinksAbove(db: TenantDb, partyIds: readonly string[], within: LinkWindow): Promise<NetworkRow[]> {
  const seen = new Set(partyIds);
  const links: NetworkRow[] = [];
  let frontier = [...partyIds];
  for (let step = 0; frontier.length > 0; step += 1) {
    if (step === mostSteps) return cutAbove(await readAllLinks(db, within), partyIds);
    const found = await readLinksInto(db, frontier, within);
    frontier = [];
    for (const link of found) {
      links.push(link);
      if (seen.has(link.supplier)) continue;
      seen.add(link.supplier);
      frontier.push(link.supplier);
    }
  }
  return links;
}

/** Of all links those that lie upstream of these parties. */
export function cutAbove(links: readonly NetworkRow[], partyIds: readonly string[]): NetworkRow[] {
  const into = new Map<string, NetworkRow[]>();
  for (const link of links) {
    const known = into.get(link.buyer);
    if (known) known.push(link);
    else into.set(link.buyer, [link]);
  }
  const seen = new Set(partyIds);
  const stack = [...partyIds];
  const above: NetworkRow[] = [];
  for (let at = stack.pop(); at !== undefined; at = stack.pop())
    for (const link of into.get(at) ?? []) {
      above.push(link);
      if (seen.has(link.supplier)) continue;
      seen.add(link.supplier);
      stack.push(link.supplier);
    }
  return above;
}

function readLinksInto(db: TenantDb, buyers: readonly string[], within: LinkWindow): Promise<NetworkRow[]> {
  const ids = [...buyers];
  return readLinks(
    db,
    within,
    sql`AND l."toPartyId" = ANY(${ids}::uuid[] || ARRAY(SELECT t."partyId" FROM "Site" t WHERE t."supplierPartyId" = ANY(${ids}::uuid[])))`,
  );
}
