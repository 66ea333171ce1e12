import type { TenantDb } from '~/access/tenant-db.server';

/**
 * Before links are corrected: leaves a withdrawn copy of each as it was, and begins its row anew, so that "as known on" an earlier day shows what
 * was known then while a link keeps its address. Two statements, however many links.
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
