import { z } from 'zod';
import { alertKindSchema } from '#scoring';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { banRank } from '~/suppliers/registry/alert-filters';
import { basisSchema } from './basis';

/** How many tiers alerts are followed, and how many are shown. */
const mostTiers = 6;
const most = 50;

const rowSchema = z.object({
  id: z.string(),
  kind: alertKindSchema,
  isToBeConfirmed: z.boolean(),
  rank: z.number(),
  basis: basisSchema,
  status: z.enum(['open', 'confirmed']),
  tiersUp: z.number(),
  publicId: z.string(),
  name: z.string(),
});
/** A current alert of a supplier further up the chain, `tiersUp` links away. */
export type UpstreamAlert = z.output<typeof rowSchema>;

/** A party and its sites: links are of either. */
const endsOf = sql`JOIN LATERAL (SELECT w.id AS party UNION ALL SELECT t."partyId" FROM "Site" t WHERE t."supplierPartyId" = w.id) e ON true`;

/**
 * Current alerts of those who supply a supplier or its sites, directly or through others, at most six tiers up over the links that apply today: the most
 * serious first, at most fifty. Worked out when it is read, and stored nowhere. One query that walks the links by their index.
 */
export async function readUpstreamAlerts(db: TenantDb, partyId: string): Promise<UpstreamAlert[]> {
  return rowSchema.array().parse(
    await db.$queryRaw`
      WITH RECURSIVE w(id, depth) AS (
        SELECT ${partyId}::uuid, 0
        UNION
        SELECT COALESCE(f."supplierPartyId", l."fromPartyId"), w.depth + 1 FROM w ${endsOf}
          JOIN links_held(CURRENT_DATE, CURRENT_DATE) l ON l."toPartyId" = e.party AND l."kind" IN ('supplies', 'subcontracts')
          LEFT JOIN "Site" f ON f."partyId" = l."fromPartyId"
        WHERE w.depth < ${mostTiers}::int
      ), nearest AS (
        SELECT id, min(depth) AS depth FROM w GROUP BY id
      )
      SELECT a."id", a."kind", a."isToBeConfirmed", a."rank", a."basis", a."status", n.depth AS "tiersUp", p."publicId", p."name"
      FROM nearest n
      JOIN "Alert" a ON a."partyId" = n.id AND a."endedAt" IS NULL AND a."status" <> 'dismissed'
      JOIN "Supplier" s ON s."organizationId" = a."organizationId" AND s."partyId" = a."partyId" AND s."archivedAt" IS NULL
      JOIN "Party" p ON p."organizationId" = a."organizationId" AND p."id" = a."partyId"
      WHERE n.depth > 0 ORDER BY a."rank", n.depth, p."nameKey", a."id" LIMIT ${most}::int`,
  );
}

/**
 * Whether a supplier, on alias `s`, buys directly or through others from one whose goods an order or a presumption stops, without what a person has yet to
 * confirm: from those with such an alert down the links that apply today, at most six tiers. Worked out once a query; its work grows with what is stopped and
 * not with the list.
 */
export const hasBanUpstream = sql`s."partyId" IN (
    WITH RECURSIVE w(id, depth) AS (
      SELECT DISTINCT a."partyId", 0 FROM "Alert" a
        JOIN "Supplier" b ON b."organizationId" = a."organizationId" AND b."partyId" = a."partyId" AND b."archivedAt" IS NULL
        WHERE a."rank" <= ${banRank}::int AND a."endedAt" IS NULL AND (a."status" = 'confirmed' OR a."status" = 'open' AND NOT a."isToBeConfirmed")
      UNION
      SELECT COALESCE(f."supplierPartyId", l."toPartyId"), w.depth + 1 FROM w ${endsOf}
        JOIN links_held(CURRENT_DATE, CURRENT_DATE) l ON l."fromPartyId" = e.party AND l."kind" IN ('supplies', 'subcontracts')
        LEFT JOIN "Site" f ON f."partyId" = l."toPartyId"
      WHERE w.depth < ${mostTiers}::int
    )
    SELECT w.id FROM w WHERE w.depth > 0)`;
