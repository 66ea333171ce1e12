import { z } from 'zod';
import type { ChainOf } from './chain-of';
import type { TenantDb } from '~/access/tenant-db.server';
import { tradingWithin } from './trading-within.server';

/** Of the parties of a tier (0 is the organization; null: no path is known): how many have named suppliers, refuse to name any, or neither. */
export type TierCoverage = { tier: number | null; named: number; refused: number; unknown: number };

const schema = z.array(z.object({ tier: z.number().nullable(), named: z.number(), refused: z.number(), unknown: z.number() }));

/**
 * Coverage of the chain, tier by tier: a party is known upstream when a named supplier is linked to it or to one of its sites; refusing when its newest
 * statement is a refusal and no supplier is linked. Unknown origins name no party. With tiers given, parties that trade within the window, in these tiers. One
 * query, however many parties.
 */
export async function readCoverage(db: TenantDb, { within, tiers }: ChainOf): Promise<TierCoverage[]> {
  const { first, last, knownAt } = within;
  const [ids, numbers] = tiers === null ? [null, null] : [[...tiers.keys()], [...tiers.values()]];
  return schema.parse(
    await db.$queryRaw`
      WITH upstream AS (
        SELECT DISTINCT COALESCE(t."supplierPartyId", l."toPartyId") AS id
        FROM links_held(${first}::date, ${last}::date, ${knownAt}::timestamptz) l
        JOIN "Party" f ON f."organizationId" = l."organizationId" AND f."id" = l."fromPartyId" AND f."kind" <> 'unknown-origin'
        LEFT JOIN "Site" t ON t."organizationId" = l."organizationId" AND t."partyId" = l."toPartyId"
        WHERE l."kind" IN ('supplies', 'subcontracts')
      ), trading AS (
        ${tradingWithin(within)}
      ), said AS (
        SELECT DISTINCT ON (k."partyId") k."partyId" AS id, k."values"->>'disclosure' AS word
        FROM known_facts() k WHERE k."values" ? 'disclosure' ORDER BY k."partyId", k."recordedAt" DESC, k."id" DESC
      ), parties AS (
        SELECT p."id", 0 AS tier FROM "Party" p WHERE p."kind" = 'buyer'
        UNION ALL
        SELECT s."partyId", CASE WHEN ${ids}::uuid[] IS NULL THEN s."tier" ELSE t.tier END FROM "Supplier" s
        LEFT JOIN unnest(${ids}::uuid[], ${numbers}::int[]) AS t(id, tier) ON t.id = s."partyId"
        WHERE s."archivedAt" IS NULL AND (${ids}::uuid[] IS NULL OR s."partyId" IN (SELECT id FROM trading))
      )
      SELECT p.tier, count(*) FILTER (WHERE u.id IS NOT NULL)::int AS named,
        count(*) FILTER (WHERE u.id IS NULL AND d.word = 'refused')::int AS refused,
        count(*) FILTER (WHERE u.id IS NULL AND d.word IS DISTINCT FROM 'refused')::int AS unknown
      FROM parties p LEFT JOIN upstream u ON u.id = p."id" LEFT JOIN said d ON d.id = p."id"
      GROUP BY p.tier ORDER BY p.tier NULLS LAST`,
  );
}
