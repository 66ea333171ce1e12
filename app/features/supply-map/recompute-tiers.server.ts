import type { TenantDb } from '~/access/tenant-db.server';
import { computeTiers, type FlowLink } from './compute-tiers';
import type { LinkWindow } from './link-window';

/** Party → smallest distance from the organization. */
export type Tiers = ReadonlyMap<string, number>;
type SiteOwner = { partyId: string; supplierPartyId: string };

/**
 * Every supplier's computed tier: its smallest distance from the organization's own node over links that supply or subcontract; absent where
 * no path is known. Over the links that hold today, or those of another window. An edge of a site counts for its supplier; `sitesToCome` are
 * sites that are not written yet. Three queries, however many links.
 * Links and sites are put together here and not by a join: for an organization that the statistics do not know yet (its first import),
 * PostgreSQL expects one row and compares every link with every site.
 */
export async function readTiers(db: TenantDb, options: { sitesToCome?: readonly SiteOwner[]; within?: LinkWindow } = {}): Promise<Tiers> {
  const { first, last, knownAt } = options.within ?? { first: null, last: null, knownAt: null };
  const found = await db.$queryRaw<FlowLink[]>`
    SELECT DISTINCT "fromPartyId" AS "from", "toPartyId" AS "to"
    FROM links_held(COALESCE(${first}::date, CURRENT_DATE), COALESCE(${last}::date, CURRENT_DATE), ${knownAt}::timestamptz)
    WHERE "kind" IN ('supplies', 'subcontracts')`;
  const sites = await db.$queryRaw<SiteOwner[]>`SELECT "partyId", "supplierPartyId" FROM "Site"`;
  const supplierOf = new Map([...sites, ...(options.sitesToCome ?? [])].map((site) => [site.partyId, site.supplierPartyId]));
  const links = found.map(({ from, to }) => ({ from: supplierOf.get(from) ?? from, to: supplierOf.get(to) ?? to }));
  const buyers = await db.party.findMany({ where: { kind: 'buyer' }, select: { id: true } });
  return computeTiers(
    links,
    buyers.map((buyer) => buyer.id),
  );
}

/** Writes tiers to the suppliers whose tier is another; `written` have theirs already. One statement per tier and one for those without a path. */
export async function storeTiers(db: TenantDb, tiers: Tiers, written: ReadonlySet<string> = new Set()): Promise<void> {
  const partiesOf = new Map<number, string[]>();
  for (const [partyId, tier] of tiers) {
    if (written.has(partyId)) continue;
    const held = partiesOf.get(tier);
    if (held) held.push(partyId);
    else partiesOf.set(tier, [partyId]);
  }
  for (const [tier, partyIds] of partiesOf) {
    await db.$executeRaw`UPDATE "Supplier" SET "tier" = ${tier} WHERE "partyId" = ANY(${partyIds}::uuid[]) AND "tier" IS DISTINCT FROM ${tier}`;
  }
  const withTier = await db.$queryRaw<{ partyId: string }[]>`SELECT "partyId" FROM "Supplier" WHERE "tier" IS NOT NULL`;
  const lost = withTier.flatMap(({ partyId }) => (tiers.has(partyId) ? [] : [partyId]));
  if (lost.length > 0) await db.$executeRaw`UPDATE "Supplier" SET "tier" = NULL WHERE "partyId" = ANY(${lost}::uuid[])`;
}

/** Brings every supplier's computed tier up to date; call it once after links change. */
export async function recomputeTiers(db: TenantDb): Promise<void> {
  await storeTiers(db, await readTiers(db));
}
