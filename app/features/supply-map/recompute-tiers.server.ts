import type { TenantDb } from '~/access/tenant-db.server';
import { computeTiers, type FlowLink } from './compute-tiers';

/**
 * Writes every supplier's computed tier: its smallest distance from the organization's own node over links that supply or subcontract;
 * null where no path is known. An edge of a site counts for its supplier. Three statements, however many links; call it once after links change.
 */
export async function recomputeTiers(db: TenantDb): Promise<void> {
  const links = await db.$queryRaw<FlowLink[]>`
    SELECT DISTINCT COALESCE(a."supplierPartyId", l."fromPartyId") AS "from", COALESCE(b."supplierPartyId", l."toPartyId") AS "to"
    FROM "SupplyLink" l
    LEFT JOIN "Site" a ON a."organizationId" = l."organizationId" AND a."partyId" = l."fromPartyId"
    LEFT JOIN "Site" b ON b."organizationId" = l."organizationId" AND b."partyId" = l."toPartyId"
    WHERE l."kind" IN ('supplies', 'subcontracts') AND (l."validTo" IS NULL OR l."validTo" >= CURRENT_DATE)`;
  const buyers = await db.party.findMany({ where: { kind: 'buyer' }, select: { id: true } });
  const tiers = computeTiers(
    links,
    buyers.map((buyer) => buyer.id),
  );
  await db.$executeRaw`
    WITH computed AS (SELECT * FROM unnest(${[...tiers.keys()]}::uuid[], ${[...tiers.values()]}::int[]) AS t(party_id, tier))
    UPDATE "Supplier" s SET "tier" = c.tier
    FROM "Supplier" o LEFT JOIN computed c ON c.party_id = o."partyId"
    WHERE s."organizationId" = o."organizationId" AND s."partyId" = o."partyId" AND s."tier" IS DISTINCT FROM c.tier`;
}
