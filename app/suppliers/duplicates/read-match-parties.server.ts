import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { idKey } from '~/suppliers/parties/external-ids';
import type { MatchParty } from '~/suppliers/parties/match/fold-party';
import { readAllIds } from '~/suppliers/parties/read-id-owners.server';

/** A supplier as matching takes it. City and address are those of its only site; with several sites neither is its own. */
export type HeldParty = MatchParty & { partyId: string; publicId: string };

const rowSchema = z.object({
  partyId: z.string(),
  publicId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  address: z.string().nullable(),
  postalCode: z.string().nullable(),
});

/** The suppliers of an organization that are not put away, all of them or these; two queries. */
export async function readMatchParties(db: TenantDb, partyIds: readonly string[] | null = null): Promise<HeldParty[]> {
  const only = partyIds === null ? null : [...partyIds];
  const rows = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT s."partyId", p."publicId", p."name", s."country", t."city", t."address", t."postalCode"
      FROM "Supplier" s JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      LEFT JOIN (
        SELECT "supplierPartyId", min("city") AS "city", min("address") AS "address", min("postalCode") AS "postalCode"
        FROM "Site" WHERE ${only}::uuid[] IS NULL OR "supplierPartyId" = ANY(${only}::uuid[]) GROUP BY 1 HAVING count(*) = 1
      ) t ON t."supplierPartyId" = s."partyId"
      WHERE s."archivedAt" IS NULL AND (${only}::uuid[] IS NULL OR s."partyId" = ANY(${only}::uuid[])) ORDER BY s."partyId"`,
  );
  const ids = new Map<string, string[]>();
  for (const held of await readAllIds(db))
    for (const [key, value] of Object.entries(held.ids))
      if (key !== 'supplierNumber') ids.set(held.supplierId, [...(ids.get(held.supplierId) ?? []), idKey(key, value)]);
  return rows.map((row) => ({ ...row, ids: ids.get(row.partyId) ?? [] }));
}
