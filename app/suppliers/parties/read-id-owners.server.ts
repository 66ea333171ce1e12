import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { externalIdKeys, idKey } from './external-ids';

const ownerSchema = z.object({ supplierId: z.string(), ids: z.record(z.string(), z.string()).catch({}) });

/**
 * Supplier → which of the wanted identifiers (`idKey`) it or one of its sites has. One query, none when nothing is wanted; it reads the
 * identifiers of the whole organization, so it grows with the parties that have any.
 */
export async function readIdOwners(db: TenantDb, wanted: ReadonlySet<string>): Promise<Map<string, string[]>> {
  const owners = new Map<string, string[]>();
  if (wanted.size === 0) return owners;
  for (const { supplierId, ids } of await readAllIds(db)) {
    for (const key of externalIdKeys) {
      const value = ids[key];
      if (value === undefined || !wanted.has(idKey(key, value))) continue;
      owners.set(supplierId, [...(owners.get(supplierId) ?? []), idKey(key, value)]);
    }
  }
  return owners;
}

/** The identifiers of every supplier, its own and those of each of its sites. */
export async function readAllIds(db: TenantDb): Promise<z.infer<typeof ownerSchema>[]> {
  return ownerSchema.array().parse(
    await db.$queryRaw`
      SELECT COALESCE(s."supplierPartyId", n."partyId") AS "supplierId", n.ids FROM (
        SELECT DISTINCT ON (f."partyId") f."partyId", f."values"->'externalIds' AS ids FROM known_facts() f
        WHERE jsonb_exists(f."values", 'externalIds') ORDER BY f."partyId", f."recordedAt" DESC, f."id" DESC
      ) n LEFT JOIN "Site" s ON s."partyId" = n."partyId"
      WHERE jsonb_typeof(n.ids) = 'object'`,
  );
}
