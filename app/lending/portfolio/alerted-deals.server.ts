import { z } from 'zod';
import { type Sql, sql } from '~/access/sql.server';
import { banRank } from '~/suppliers/registry/alert-filters';
import { buyersOf } from './lent-rows.server';

/** The most serious import-ban alert of a deal's supply chain, and how many companies of it have one. */
export const dealAlertSchema = z.object({
  publicId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  companies: z.number(),
  since: z.string(),
});
export type DealAlert = z.infer<typeof dealAlertSchema>;

/**
 * Deals with a current import-ban alert anywhere in their supply chain: on the client, a named party, or a supplier of one over any number of links. A query
 * over the common tables `lent` and `named`, as (tx, companies, since, publicId, name, country). Begins at the companies with an alert, which are few.
 */
export const alertedDeals = (today: string): Sql => sql`
  WITH RECURSIVE banned AS MATERIALIZED (
    SELECT a."partyId" AS party, min(a."rank") AS rank, min(a."firstSeenAt") AS since FROM "Alert" a
    WHERE a."rank" <= ${banRank}::int AND a."endedAt" IS NULL AND a."status" <> 'dismissed' GROUP BY a."partyId"
  ), near("origin", "id") AS (
    SELECT b.party, b.party FROM banned b
    UNION SELECT n."origin", buyer."id" FROM near n CROSS JOIN LATERAL (${buyersOf(sql`n."id"`, today)}) buyer
  )
  SELECT d.tx, count(*)::int AS companies, to_char(min(b.since) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS since,
    (array_agg(p."publicId" ORDER BY b.rank, b.since, p."id"))[1] AS "publicId", (array_agg(p."name" ORDER BY b.rank, b.since, p."id"))[1] AS name,
    (array_agg(s."country" ORDER BY b.rank, b.since, p."id"))[1] AS country
  FROM (SELECT DISTINCT n.tx, near."origin" FROM named n JOIN near ON near."id" = n.party) d
  JOIN banned b ON b.party = d."origin" JOIN "Party" p ON p."id" = b.party LEFT JOIN "Supplier" s ON s."partyId" = p."id"
  GROUP BY d.tx`;
