import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { externalIdKeys } from '~/suppliers/parties/external-ids';

/** `site`: name and public ID of its site; null for the supplier itself. */
export type RecordedId = { key: string; value: string; site: { name: string; publicId: string } | null };

const heldSchema = z.object({
  ids: z.record(z.string(), z.string()).catch({}),
  isSite: z.boolean(),
  name: z.string(),
  publicId: z.string(),
});

/** The identifiers of a supplier and of its sites, the supplier's first. One query; at most 200 parties are read. */
export async function readIdentifiers(db: TenantDb, supplierPartyId: string): Promise<RecordedId[]> {
  const held = heldSchema.array().parse(
    await db.$queryRaw`
      WITH own AS (
        SELECT ${supplierPartyId}::uuid AS "partyId" UNION ALL (SELECT "partyId" FROM "Site" WHERE "supplierPartyId" = ${supplierPartyId}::uuid LIMIT 199)
      )
      SELECT DISTINCT ON (p."kind" = 'site', p."name", p."id") f."values"->'externalIds' AS ids, p."kind" = 'site' AS "isSite", p."name", p."publicId"
      FROM own JOIN "Party" p ON p."id" = own."partyId" JOIN known_facts() f ON f."partyId" = p."id"
      WHERE jsonb_exists(f."values", 'externalIds')
      ORDER BY p."kind" = 'site', p."name", p."id", f."recordedAt" DESC, f."id" DESC`,
  );
  return held.flatMap(({ ids, isSite, name, publicId }) =>
    externalIdKeys.flatMap((key) => {
      const value = ids[key];
      return value === undefined ? [] : [{ key, value, site: isSite ? { name, publicId } : null }];
    }),
  );
}
