import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { banRank } from '~/suppliers/registry/alert-filters';
import type { BoardPaperInput } from './model';

const schema = z.object({
  suppliers: z.number(),
  direct: z.number(),
  unconfirmed: z.number(),
  unconfirmedBans: z.number(),
  withoutUpstream: z.number(),
  neverAudited: z.number(),
  withoutRecruiters: z.number(),
  withoutWorkers: z.number(),
  notScored: z.number(),
});

/** What the records do not say, by number of suppliers; of tier 1 where more cannot be expected yet. One query. */
export async function readGaps(db: TenantDb): Promise<Pick<BoardPaperInput, 'gaps' | 'matches'>> {
  const found = await queryFirst(
    db,
    schema,
    sql`
    WITH linked AS MATERIALIZED (
      SELECT COALESCE(t."supplierPartyId", l."toPartyId") AS id, bool_or(l."kind" = 'recruits') AS recruits,
        bool_or(l."kind" IN ('supplies', 'subcontracts') AND f."kind" <> 'unknown-origin') AS supplied
      FROM known_links() l JOIN "Party" f ON f."organizationId" = l."organizationId" AND f."id" = l."fromPartyId"
      LEFT JOIN "Site" t ON t."organizationId" = l."organizationId" AND t."partyId" = l."toPartyId" GROUP BY 1
    ), matches AS (
      SELECT a."rank" FROM "Alert" a JOIN "Supplier" s ON s."organizationId" = a."organizationId" AND s."partyId" = a."partyId" AND s."archivedAt" IS NULL
      WHERE a."endedAt" IS NULL AND a."status" = 'open' AND a."isToBeConfirmed"
    ), each AS (
      SELECT s."tier" = 1 AS direct, s."scoreStatus" IS DISTINCT FROM 'scored' AS "notScored", k.recruits, k.supplied,
        s."workers" IS NULL AND NOT EXISTS (SELECT FROM "Site" t WHERE t."organizationId" = s."organizationId" AND t."supplierPartyId" = s."partyId"
          AND t."workers" IS NOT NULL) AS "noWorkers",
        NOT EXISTS (SELECT FROM "Audit" a WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" AND a."status" = 'approved') AS unaudited
      FROM "Supplier" s LEFT JOIN linked k ON k.id = s."partyId" WHERE s."archivedAt" IS NULL
    )
    SELECT count(*)::int AS suppliers, (count(*) FILTER (WHERE direct))::int AS direct,
      (SELECT count(*)::int FROM matches) AS unconfirmed, (SELECT count(*)::int FROM matches WHERE "rank" <= ${banRank}::int) AS "unconfirmedBans",
      (count(*) FILTER (WHERE direct AND supplied IS NOT TRUE))::int AS "withoutUpstream",
      (count(*) FILTER (WHERE unaudited))::int AS "neverAudited",
      (count(*) FILTER (WHERE direct AND recruits IS NOT TRUE))::int AS "withoutRecruiters",
      (count(*) FILTER (WHERE "noWorkers"))::int AS "withoutWorkers", (count(*) FILTER (WHERE "notScored"))::int AS "notScored"
    FROM each`,
  );
  if (!found) throw new Error('the gaps of an organization have no row');
  const { suppliers, direct } = found;
  const gaps: BoardPaperInput['gaps'] = [
    { kind: 'names-to-confirm', count: found.unconfirmed, of: suppliers },
    { kind: 'no-upstream', count: found.withoutUpstream, of: direct },
    { kind: 'never-audited', count: found.neverAudited, of: suppliers },
    { kind: 'recruiters-unknown', count: found.withoutRecruiters, of: direct },
    { kind: 'workers-unknown', count: found.withoutWorkers, of: suppliers },
    { kind: 'not-scored', count: found.notScored, of: suppliers },
  ];
  return { gaps, matches: { importBan: found.unconfirmedBans, other: found.unconfirmed - found.unconfirmedBans } };
}
