import type { TenantDb } from '~/access/tenant-db.server';
import { computeTiers, type FlowLink } from './compute-tiers';

/**
 * Writes every supplier's computed tier: its smallest distance from the organization's own node over links that supply or subcontract;
 * null where no path is known. An edge of a site counts for its supplier. A few statements and one per tier, however many links; call it once after links change.
 * Links and sites are put together here and not by a join: for an organization that the statistics do not know yet (its first import),
 * PostgreSQL expects one row and compares every link with every site.
 */
export async function recomputeTiers(db: TenantDb): Promise<void> {
  const found = await db.$queryRaw<FlowLink[]>`
    SELECT "fromPartyId" AS "from", "toPartyId" AS "to" FROM "SupplyLink"
    WHERE "kind" IN ('supplies', 'subcontracts') AND ("validTo" IS NULL OR "validTo" >= CURRENT_DATE)`;
  const sites = await db.$queryRaw<{ partyId: string; supplierPartyId: string }[]>`SELECT "partyId", "supplierPartyId" FROM "Site"`;
  const supplierOf = new Map(sites.map((site) => [site.partyId, site.supplierPartyId]));
  const links = found.map(({ from, to }) => ({ from: supplierOf.get(from) ?? from, to: supplierOf.get(to) ?? to }));
  const buyers = await db.party.findMany({ where: { kind: 'buyer' }, select: { id: true } });
  const tiers = computeTiers(
    links,
    buyers.map((buyer) => buyer.id),
  );
  const partiesOf = new Map<number, string[]>();
  for (const [partyId, tier] of tiers) {
    const held = partiesOf.get(tier);
    if (held) held.push(partyId);
    else partiesOf.set(tier, [partyId]);
  }
  for (const [tier, partyIds] of partiesOf) {
    await db.$executeRaw`UPDATE "Supplier" SET "tier" = ${tier} WHERE "partyId" = ANY(${partyIds}::uuid[]) AND "tier" IS DISTINCT FROM ${tier}`;
  }
  await db.$executeRaw`UPDATE "Supplier" SET "tier" = NULL WHERE "tier" IS NOT NULL AND "partyId" <> ALL(${[...tiers.keys()]}::uuid[])`;
}
