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
 * Deals with a current import-ban alert in their supply chain: on the client, a named party, or a supplier of the client or of a primary supplier over any
 * number of links. Not on suppliers of a named contractor: they may serve its other projects. A query over the common tables `lent` and `named`, as (tx,
 * companies, since, publicId, name, country). Begins at the companies with an alert, which are few.
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
  FROM (
    SELECT n.tx, n.party AS "origin" FROM named n WHERE n.party IN (SELECT b.party FROM banned b)
    UNION SELECT c.tx, near."origin" FROM (
      SELECT l."id" AS tx, l."clientPartyId" AS party FROM lent l
      UNION SELECT p."dealId", COALESCE(t."supplierPartyId", p."partyId") FROM "DealParty" p JOIN lent l ON l."id" = p."dealId"
        LEFT JOIN "Site" t ON t."organizationId" = p."organizationId" AND t."partyId" = p."partyId" WHERE p."part" = 'primary-supplier') c
      JOIN near ON near."id" = c.party
  ) d
  JOIN banned b ON b.party = d."origin" JOIN "Party" p ON p."id" = b.party LEFT JOIN "Supplier" s ON s."partyId" = p."id"
  GROUP BY d.tx`;
