import type { TenantDb } from '~/access/tenant-db.server';

/**
 * Before links are corrected: stores a withdrawn copy of each and renews its row, so that "as known on" an earlier day shows the former values
 * and a link keeps its address. Two statements, however many links.
 */
export async function archiveRevision(
  db: TenantDb,
  { linkIds, userId }: { linkIds: readonly string[]; userId: string | null },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "SupplyLink" ("fromPartyId", "toPartyId", "kind", "product", "share", "volume", "volumeUnit", "isInferred", "confidence",
      "validFrom", "validTo", "sourceId", "createdAt", "withdrawnAt", "withdrawnAs", "withdrawnById")
    SELECT "fromPartyId", "toPartyId", "kind", "product", "share", "volume", "volumeUnit", "isInferred", "confidence",
      "validFrom", "validTo", "sourceId", "createdAt", clock_timestamp(), 'corrected', ${userId}::uuid
    FROM "SupplyLink" WHERE "id" = ANY(${[...linkIds]}::uuid[])`;
  await db.$executeRaw`UPDATE "SupplyLink" SET "createdAt" = clock_timestamp() WHERE "id" = ANY(${[...linkIds]}::uuid[])`;
}
