import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { PlanRow } from './pipeline/plan';

/** The order lines that are counted already, by the link and product that they are of (`orderGroup`). */
export type KnownOrders = ReadonlyMap<string, ReadonlySet<string>>;

export const orderGroup = (fromPartyId: string, toPartyId: string, product: string | null) =>
  `${fromPartyId} ${toPartyId} ${product ?? ''}`;

/** Reads the counted order lines of these parties; one query where rows say orders, none elsewhere. */
export async function readKnownOrders(db: TenantDb, rows: readonly PlanRow[], partyIds: readonly string[]): Promise<KnownOrders> {
  const known = new Map<string, Set<string>>();
  if (partyIds.length === 0 || !rows.some(({ record }) => record.order !== null)) return known;
  const found = await queryRows(
    db,
    z.object({ fromPartyId: z.string(), toPartyId: z.string(), product: z.string().nullable(), keys: z.array(z.string()) }),
    sql`
    SELECT "fromPartyId", "toPartyId", "product", "lineKeys"::text[] AS keys FROM "OrderTotal" WHERE "fromPartyId" = ANY(${[...partyIds]}::uuid[])`,
  );
  for (const { fromPartyId, toPartyId, product, keys } of found) {
    const group = orderGroup(fromPartyId, toPartyId, product);
    const held = known.get(group) ?? new Set();
    for (const key of keys) held.add(key);
    known.set(group, held);
  }
  return known;
}
