import { query, readRows } from '~/access/sql/query.server';
import { linksHeld } from '~/access/sql/functions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { computeTiers } from './compute-tiers';
import type { LinkWindow } from './link-window';

/** Party → smallest distance from the organization. */
export type Tiers = ReadonlyMap<string, number>;

/**
 * Every supplier's computed tier: its smallest distance from the organization's own node over links that supply or subcontract; absent where
 * no path is known. Over today's links, or those of another window. An edge of a site counts for its supplier. Three
 * queries, however many links.
 * Links and sites are combined here, not by a join: for an organization that the statistics do not know yet (its first import),
 * PostgreSQL expects one row and compares every link with every site.
 */
export async function readTiers(db: TenantDb, options: { within?: LinkWindow } = {}): Promise<Tiers> {
  const { first, last, knownAt } = options.within ?? { first: null, last: null, knownAt: null };
  const found = await readRows(
    db,
    query
      .selectFrom(linksHeld(first, last, knownAt).as('l'))
      .select(['l.fromPartyId as from', 'l.toPartyId as to'])
      .distinct()
      .where('l.kind', 'in', ['supplies', 'subcontracts']),
  );
  const sites = await readRows(db, query.selectFrom('Site').select(['partyId', 'supplierPartyId']));
  const supplierOf = new Map(sites.map((site) => [site.partyId, site.supplierPartyId]));
  const links = found.map(({ from, to }) => ({ from: supplierOf.get(from) ?? from, to: supplierOf.get(to) ?? to }));
  const buyers = await db.party.findMany({ where: { kind: 'buyer' }, select: { id: true } });
  return computeTiers(
    links,
    buyers.map((buyer) => buyer.id),
  );
}

/**
 * Updates every supplier's computed tier and writes only changed ones: one statement for each new tier.
 * Call it once after links change.
 */
export async function recomputeTiers(db: TenantDb): Promise<void> {
  const tiers = await readTiers(db);
  const held = await readRows(db, query.selectFrom('Supplier').select(['partyId', 'tier']));
  const comeTo = new Map<number | null, string[]>();
  for (const { partyId, tier } of held) {
    const now = tiers.get(partyId) ?? null;
    if (now === tier) continue;
    const others = comeTo.get(now);
    if (others) others.push(partyId);
    else comeTo.set(now, [partyId]);
  }
  for (const [tier, partyIds] of comeTo)
    await db.$executeRaw`UPDATE "Supplier" SET "tier" = ${tier} WHERE "partyId" = ANY(${partyIds}::uuid[])`;
}
