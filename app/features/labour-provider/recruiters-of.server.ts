import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';

const linkSchema = z.object({ providerId: z.string(), supplierId: z.string() });
export type RecruitsFor = z.infer<typeof linkSchema>;

/** Who recruits for suppliers, or for one of their sites, on a day (ISO); each pair once, by supplier. One query. */
export async function recruitersOf(
  db: TenantDb,
  { partyIds, asOf }: { partyIds: readonly string[]; asOf: string },
): Promise<RecruitsFor[]> {
  return linkSchema.array().parse(
    await db.$queryRaw`
      SELECT DISTINCT l."fromPartyId" AS "providerId", COALESCE(t."supplierPartyId", l."toPartyId") AS "supplierId"
      FROM known_links() l LEFT JOIN "Site" t ON t."organizationId" = l."organizationId" AND t."partyId" = l."toPartyId"
      WHERE l."kind" = 'recruits' AND COALESCE(t."supplierPartyId", l."toPartyId") = ANY(${[...partyIds]}::uuid[])
        AND (l."validFrom" IS NULL OR l."validFrom" <= ${asOf}::date) AND (l."validTo" IS NULL OR l."validTo" >= ${asOf}::date)
      ORDER BY 2, 1`,
  );
}
