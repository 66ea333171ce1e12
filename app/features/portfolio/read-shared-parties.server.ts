import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import type { PortfolioFilter } from './filter';
import { lentRows, partiesOfLent } from './lent-rows.server';
import { bandSchema } from './row-schemas';

const rowSchema = z.array(
  z.object({
    publicId: z.string(),
    name: z.string(),
    kind: z.string(),
    country: z.string().nullable(),
    band: bandSchema,
    /** Transactions it is in, and of them those where it is named, not only a direct supplier of one that is. */
    transactions: z.number(),
    named: z.number(),
    usdCents: z.number(),
    /** Of them, transactions whose commitment has no dated rate or is not known: not in the dollars. */
    unconverted: z.number(),
  }),
);
export type SharedParty = z.infer<typeof rowSchema>[number];

/** How many rows are shown of each kind. */
export const mostShared = 50;

/**
 * Suppliers and labour providers that two or more transactions depend on: as client, as what they are to a project, or as a direct supplier or recruiter of one of
 * these; each transaction once. The largest exposure first. One query, however many transactions and links.
 */
export async function readSharedParties(
  db: TenantDb,
  { filter, today }: { filter: PortfolioFilter; today: string },
): Promise<{ suppliers: SharedParty[]; providers: SharedParty[] }> {
  const rows = rowSchema.parse(
    await db.$queryRaw`
      WITH lent AS MATERIALIZED (${lentRows(filter, today)}), named AS MATERIALIZED (${partiesOfLent}), reached AS (
        SELECT n.tx, COALESCE(t."supplierPartyId", n.party) AS party, true AS named FROM named n
          LEFT JOIN "Site" t ON t."partyId" = n.party
        UNION ALL
        SELECT n.tx, COALESCE(t."supplierPartyId", k."fromPartyId"), false FROM named n
          JOIN links_held(${today}::date, ${today}::date) k ON k."toPartyId" = n.party AND k."kind" IN ('supplies', 'subcontracts', 'recruits')
          LEFT JOIN "Site" t ON t."partyId" = k."fromPartyId"
      ), each AS (
        SELECT tx, party, bool_or(named) AS named FROM reached GROUP BY tx, party
      ), shared AS (
        SELECT e.party, count(*)::int AS transactions, count(*) FILTER (WHERE e.named)::int AS named, COALESCE(sum(l."usd"), 0)::float8 AS "usdCents",
          count(*) FILTER (WHERE l."usd" IS NULL)::int AS unconverted
        FROM each e JOIN lent l ON l."id" = e.tx GROUP BY e.party HAVING count(*) >= 2
      ), ranked AS (
        SELECT p."publicId", p."name", p."kind", COALESCE(s."country", v."country") AS country, s."band", h.transactions, h.named, h."usdCents", h.unconverted,
          row_number() OVER (PARTITION BY p."kind" ORDER BY h."usdCents" DESC, h.transactions DESC, p."publicId") AS place
        FROM shared h JOIN "Party" p ON p."id" = h.party AND p."kind" IN ('supplier', 'labour-provider')
        LEFT JOIN "Supplier" s ON s."partyId" = p."id" LEFT JOIN "LabourProvider" v ON v."partyId" = p."id"
      )
      SELECT "publicId", "name", "kind", country, "band", transactions, named, "usdCents", unconverted FROM ranked WHERE place <= ${mostShared}::int
      ORDER BY place`,
  );
  return {
    suppliers: rows.filter(({ kind }) => kind === 'supplier'),
    providers: rows.filter(({ kind }) => kind === 'labour-provider'),
  };
}
