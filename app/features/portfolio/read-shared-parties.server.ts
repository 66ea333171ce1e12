import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import type { PortfolioFilter } from './filter';
import { chainLinks, lentRows, mostLinks, partiesOfLent } from './lent-rows.server';
import { bandSchema } from './row-schemas';

const rowSchema = z.array(
  z.object({
    publicId: z.string(),
    name: z.string(),
    kind: z.string(),
    country: z.string().nullable(),
    band: bandSchema,
    /** Transactions that depend on it, and of them those where it is client or named, not only in the chain of one that is. */
    transactions: z.number(),
    named: z.number(),
    /** Over how many links: the nearest and the farthest of these transactions, each by its shortest way. */
    nearest: z.number(),
    farthest: z.number(),
    /** The largest of them, the nearest first. */
    by: z.array(z.object({ id: z.string(), number: z.string(), links: z.number() })),
    usdCents: z.number(),
    /** Of them, transactions whose commitment has no dated rate or is not known: not in the dollars. */
    unconverted: z.number(),
  }),
);
export type SharedParty = z.infer<typeof rowSchema>[number];

/** How many rows are shown of each kind. */
export const mostShared = 50;

/** How many of its transactions are named in the row of a company. */
const mostNamed = 3;

/**
 * Suppliers and labour providers that two or more transactions depend on: as client, as what they are to a project, or over at most six links of the supply
 * chain from one of these; each transaction once, by its shortest way. The largest exposure first. One query, however many transactions and links.
 */
export async function readSharedParties(
  db: TenantDb,
  { filter, today }: { filter: PortfolioFilter; today: string },
): Promise<{ suppliers: SharedParty[]; providers: SharedParty[] }> {
  // The chain is followed once from each company that is named, however many transactions name it.
  const rows = rowSchema.parse(
    await db.$queryRaw`
      WITH RECURSIVE lent AS MATERIALIZED (${lentRows(filter, today)}), named AS MATERIALIZED (
        SELECT DISTINCT n.tx, COALESCE(t."supplierPartyId", n.party) AS party FROM (${partiesOfLent}) n LEFT JOIN "Site" t ON t."partyId" = n.party
      ), chain AS MATERIALIZED (${chainLinks(today)}), reach AS (
        SELECT DISTINCT party AS seed, party, 0 AS links FROM named
        UNION SELECT r.seed, c.supplier, r.links + 1 FROM reach r JOIN chain c ON c.buyer = r.party WHERE r.links < ${mostLinks}::int
      ), ways AS MATERIALIZED (
        SELECT seed, party, min(links) AS links FROM reach GROUP BY seed, party
      ), each AS MATERIALIZED (
        SELECT n.tx, w.party, min(w.links) AS links FROM ways w JOIN named n ON n.party = w.seed GROUP BY n.tx, w.party
      ), shared AS (
        SELECT e.party, count(*)::int AS transactions, count(*) FILTER (WHERE e.links = 0)::int AS named, COALESCE(sum(l."usd"), 0)::float8 AS "usdCents",
          count(*) FILTER (WHERE l."usd" IS NULL)::int AS unconverted, min(e.links) AS nearest, max(e.links) AS farthest
        FROM each e JOIN lent l ON l."id" = e.tx GROUP BY e.party HAVING count(*) >= 2
      ), ranked AS (
        SELECT p."id", p."publicId", p."name", p."kind", COALESCE(s."country", v."country") AS country, s."band", h.*,
          row_number() OVER (PARTITION BY p."kind" ORDER BY h."usdCents" DESC, h.transactions DESC, h.nearest, p."publicId") AS place
        FROM shared h JOIN "Party" p ON p."id" = h.party AND p."kind" IN ('supplier', 'labour-provider')
        LEFT JOIN "Supplier" s ON s."partyId" = p."id" LEFT JOIN "LabourProvider" v ON v."partyId" = p."id"
      ), shown AS MATERIALIZED (SELECT * FROM ranked WHERE place <= ${mostShared}::int)
      SELECT s."publicId", s."name", s."kind", s.country, s."band", s.transactions, s.named, s."usdCents", s.unconverted, s.nearest, s.farthest, b.by
      FROM shown s JOIN (
        SELECT party, jsonb_agg(jsonb_build_object('id', "id", 'number', "number", 'links', links) ORDER BY place) AS by FROM (
          SELECT e.party, l."id", l."number", e.links, row_number() OVER (PARTITION BY e.party ORDER BY e.links, l."usd" DESC NULLS LAST, l."number") AS place
          FROM each e JOIN lent l ON l."id" = e.tx WHERE e.party IN (SELECT party FROM shown)) o
        WHERE place <= ${mostNamed}::int GROUP BY party) b ON b.party = s.party
      ORDER BY s.place`,
  );
  return {
    suppliers: rows.filter(({ kind }) => kind === 'supplier'),
    providers: rows.filter(({ kind }) => kind === 'labour-provider'),
  };
}
