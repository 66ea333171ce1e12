import { type Sql, sql } from '~/access/sql.server';
import { flowKinds } from '~/suppliers/supply-links/link-form';
import { linksShown } from '../map-scope.server';
import type { MapState } from '../map-state';

/** Parties to whom a link of the state brings goods from a known supplier, and those that refuse to name any. */
export function knowledge(state: MapState): Sql {
  return sql`upstream AS (
      SELECT DISTINCT COALESCE(t."supplierPartyId", l."toPartyId") AS id FROM ${linksShown(state)} l
      JOIN "Party" f ON f."organizationId" = l."organizationId" AND f."id" = l."fromPartyId" AND f."kind" <> 'unknown-origin'
      LEFT JOIN "Site" t ON t."organizationId" = l."organizationId" AND t."partyId" = l."toPartyId"
      WHERE l."kind" = ANY(${[...flowKinds]}::text[])
    ), refusing AS (
      SELECT d.id FROM (
        SELECT DISTINCT ON (k."partyId") k."partyId" AS id, k."values"->>'disclosure' AS disclosure
        FROM known_facts() k WHERE k."values" ? 'disclosure' ORDER BY k."partyId", k."recordedAt" DESC, k."id" DESC
      ) d WHERE d.disclosure = 'refused'
    )`;
}
