import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { PortfolioFilter } from './filter';
import { buyersOf, lentRows, partiesOfLent } from './lent-rows.server';

const rowSchema = z.object({
  ...{
    id: z.string(),
    band: z.enum(['severe', 'high']),
    deals: z.number(),
    usdCents: z.number(),
    either: z.number(),
    eitherCents: z.number(),
  },
});

/** The highest band of a deal's supply chain without its client, where that is severe or high; and the exposure of such deals, and of those of which it or the client is. */
export type ChainRisk = {
  byDeal: Record<string, 'severe' | 'high'>;
  chain: { deals: number; usdCents: number };
  either: { deals: number; usdCents: number };
};

/**
 * Which deals depend on a company at severe or high risk: a named party, or a supplier of the client or of a primary supplier over any number of links; not a
 * supplier of a named contractor, which may serve its other projects. One query; it follows each company at risk to its buyers, as `alertedDeals` does.
 */
export async function readChainRisk(db: TenantDb, { filter, today }: { filter: PortfolioFilter; today: string }): Promise<ChainRisk> {
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
    WITH RECURSIVE lent AS MATERIALIZED (${lentRows(filter, today)}), named AS MATERIALIZED (${partiesOfLent}), risky AS MATERIALIZED (
      SELECT s."partyId" AS party, s."band" = 'severe' AS severe FROM "Supplier" s
      WHERE s."archivedAt" IS NULL AND s."scoreStatus" = 'scored' AND s."band" IN ('high', 'severe')
    ), near("id", severe, step) AS (
      SELECT r.party, r.severe, false FROM risky r
      UNION SELECT buyer."id", n.severe, true FROM near n CROSS JOIN LATERAL (${buyersOf(sql`n."id"`, today)}) buyer
    ), roots AS (
      SELECT l."id" AS tx, l."clientPartyId" AS party FROM lent l
      UNION SELECT p."dealId", COALESCE(t."supplierPartyId", p."partyId") FROM "DealParty" p JOIN lent l ON l."id" = p."dealId"
        LEFT JOIN "Site" t ON t."organizationId" = p."organizationId" AND t."partyId" = p."partyId" WHERE p."part" = 'primary-supplier'
    ), chains AS (
      SELECT d.tx, bool_or(d.severe) AS severe FROM (
        SELECT n.tx, r.severe FROM named n JOIN risky r ON r.party = n.party JOIN lent l ON l."id" = n.tx AND l."clientPartyId" <> n.party
        UNION ALL SELECT c.tx, n.severe FROM roots c JOIN near n ON n."id" = c.party AND n.step) d
      GROUP BY d.tx
    ), sums AS (
      SELECT count(*) FILTER (WHERE c.tx IS NOT NULL)::int AS deals, COALESCE(sum(l."usd") FILTER (WHERE c.tx IS NOT NULL), 0)::float8 AS "usdCents",
        count(*)::int AS either, COALESCE(sum(l."usd"), 0)::float8 AS "eitherCents"
      FROM lent l LEFT JOIN chains c ON c.tx = l."id" WHERE c.tx IS NOT NULL OR l."band" IN ('high', 'severe'))
    SELECT l."id", CASE WHEN c.severe THEN 'severe' ELSE 'high' END AS band, s.deals, s."usdCents", s.either, s."eitherCents"
    FROM chains c JOIN lent l ON l."id" = c.tx CROSS JOIN sums s ORDER BY l."usd" DESC NULLS LAST, l."id" LIMIT 200`,
  );
  const [first] = rows;
  return {
    byDeal: Object.fromEntries(rows.map(({ id, band }) => [id, band])),
    chain: { deals: first?.deals ?? 0, usdCents: first?.usdCents ?? 0 },
    either: { deals: first?.either ?? 0, usdCents: first?.eitherCents ?? 0 },
  };
}
