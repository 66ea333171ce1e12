import { z } from 'zod';
import { bandSchema } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';

const stepSchema = z.object({
  publicId: z.string(),
  name: z.string(),
  kind: z.string(),
  country: z.string().nullable(),
  tier: z.number(),
  band: bandSchema.nullable(),
  score: z.number().nullable(),
  /** Of the link from the step before: the share of this party's purchases, 0 to 1, its product, and whether it was inferred. Null for the first. */
  share: z.number().nullable(),
  product: z.string().nullable(),
  isInferred: z.boolean().nullable(),
});
export type PathToBuyerStep = z.output<typeof stepSchema>;

/**
 * The shortest path by which the goods of a supplier reach the organization, over links that apply today: the supplier first, the organization last. At each tier
 * the customer that takes the greatest known share. Empty where no path is known. One query, at most one link lookup for each tier:
 * OFFSET 0 keeps each lookup one, also where PostgreSQL knows nothing of the organization's rows.
 */
export async function readPathToBuyer(db: TenantDb, partyId: string): Promise<PathToBuyerStep[]> {
  const steps = await queryRows(
    db,
    stepSchema,
    sql`
      WITH RECURSIVE w(id, tier, depth, share, product, "isInferred") AS (
        SELECT s."partyId", s."tier", 0, NULL::float8, NULL::text, NULL::boolean FROM "Supplier" s
        WHERE s."partyId" = ${partyId}::uuid AND s."tier" IS NOT NULL
        UNION ALL
        SELECT n.id, n.tier, w.depth + 1, n.share, n.product, n."isInferred" FROM w JOIN LATERAL (
          SELECT p."id", COALESCE(c."tier", 0) AS tier, l."share"::float8 AS share, l."product", l."isInferred"
          FROM (SELECT w.id AS party UNION ALL SELECT t."partyId" FROM "Site" t WHERE t."supplierPartyId" = w.id) e
          CROSS JOIN LATERAL (SELECT * FROM links_held(CURRENT_DATE, CURRENT_DATE) h
            WHERE h."fromPartyId" = e.party AND h."kind" IN ('supplies', 'subcontracts') OFFSET 0) l
          LEFT JOIN "Site" f ON f."partyId" = l."toPartyId"
          CROSS JOIN LATERAL (SELECT * FROM "Party" y WHERE y."id" = COALESCE(f."supplierPartyId", l."toPartyId") OFFSET 0) p
          LEFT JOIN "Supplier" c ON c."partyId" = p."id"
          WHERE CASE WHEN w.tier = 1 THEN p."kind" = 'buyer' ELSE c."tier" = w.tier - 1 END
          ORDER BY l."share" DESC NULLS LAST, p."nameKey", l."id" LIMIT 1
        ) n ON true
        WHERE w.tier > 0
      )
      SELECT p."publicId", p."name", p."kind", s."country", w.tier, s."band", s."score"::float8 AS score, w.share, w.product, w."isInferred"
      FROM w JOIN "Party" p ON p."id" = w.id LEFT JOIN "Supplier" s ON s."partyId" = w.id ORDER BY w.depth`,
  );
  // A tier may be older than the links: a path that does not arrive is none.
  return steps.at(-1)?.kind === 'buyer' ? steps : [];
}
