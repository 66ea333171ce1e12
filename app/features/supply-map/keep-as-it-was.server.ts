import type { TenantDb } from '~/access/tenant-db.server';

/**
 * Before a link is corrected: leaves a withdrawn copy of it as it was, and begins its row anew, so that "as known on" an earlier day shows what
 * was known then while the link keeps its address.
 */
export async function keepAsItWas(db: TenantDb, { linkId, userId }: { linkId: string; userId: string | null }): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "SupplyLink" ("fromPartyId", "toPartyId", "kind", "product", "share", "volume", "volumeUnit", "isInferred", "confidence",
      "validFrom", "validTo", "sourceId", "createdAt", "withdrawnAt", "withdrawnAs", "withdrawnById")
    SELECT "fromPartyId", "toPartyId", "kind", "product", "share", "volume", "volumeUnit", "isInferred", "confidence",
      "validFrom", "validTo", "sourceId", "createdAt", clock_timestamp(), 'corrected', ${userId}::uuid
    FROM "SupplyLink" WHERE "id" = ${linkId}::uuid`;
  await db.$executeRaw`UPDATE "SupplyLink" SET "createdAt" = clock_timestamp() WHERE "id" = ${linkId}::uuid`;
}
