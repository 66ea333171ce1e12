import { type Sql, sql } from '~/access/sql.server';
import type { LinkWindow } from '~/suppliers/supply-links/link-window';

/** The `id` of everybody at either end of a link that supplies or subcontracts within the window, a site as its supplier; the same one as often as it trades. */
export function tradingWithin({ first, last, knownAt }: LinkWindow): Sql {
  return sql`
        SELECT COALESCE(t."supplierPartyId", e.id) AS id
        FROM links_held(${first}::date, ${last}::date, ${knownAt}::timestamptz) l
        CROSS JOIN LATERAL (VALUES (l."fromPartyId"), (l."toPartyId")) AS e(id)
        LEFT JOIN "Site" t ON t."organizationId" = l."organizationId" AND t."partyId" = e.id
        WHERE l."kind" IN ('supplies', 'subcontracts')`;
}
