import { group } from 'd3-array';
import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { agentsBelow, mostAgents } from './agents-below';

const linkSchema = z.object({ recruiterId: z.string(), supplierId: z.string() });
const agentSchema = z.object({ agentId: z.string(), recruiterId: z.string() });

/** Who recruits for a supplier. `via`: through whom, the supplier's own recruiter first; empty for that one itself. */
export type RecruitsFor = z.infer<typeof linkSchema> & { via: string[] };

/**
 * Who recruits for suppliers, or for one of their sites, on a day (ISO): recruiters, their sub-agents and theirs; each pair once, by supplier, with the shortest path.
 * Two queries, one without recruiters.
 */
export async function recruitersOf(
  db: TenantDb,
  { partyIds, asOf }: { partyIds: readonly string[]; asOf: string },
): Promise<RecruitsFor[]> {
  const direct = linkSchema.array().parse(
    await db.$queryRaw`
      SELECT DISTINCT l."fromPartyId" AS "recruiterId", COALESCE(t."supplierPartyId", l."toPartyId") AS "supplierId"
      FROM known_links() l LEFT JOIN "Site" t ON t."organizationId" = l."organizationId" AND t."partyId" = l."toPartyId"
      WHERE l."kind" = 'recruits' AND COALESCE(t."supplierPartyId", l."toPartyId") = ANY(${[...partyIds]}::uuid[])
        AND (l."validFrom" IS NULL OR l."validFrom" <= ${asOf}::date) AND (l."validTo" IS NULL OR l."validTo" >= ${asOf}::date)
      ORDER BY 2, 1`,
  );
  if (direct.length === 0) return [];
  const agents = group(await readAgents(db, asOf), ({ recruiterId }) => recruiterId);
  const agentsOf = new Map([...agents].map(([recruiterId, links]) => [recruiterId, links.map(({ agentId }) => agentId)]));
  const below = new Map([...new Set(direct.map(({ recruiterId }) => recruiterId))].map((id) => [id, agentsBelow(id, agentsOf)]));
  return [...group(direct, ({ supplierId }) => supplierId)].flatMap(([supplierId, own]) => {
    const ways = new Map<string, string[]>(own.map(({ recruiterId }) => [recruiterId, []]));
    for (const { recruiterId } of own)
      for (const [agentId, way] of below.get(recruiterId) ?? []) {
        const known = ways.get(agentId);
        if (!known || way.length < known.length) ways.set(agentId, way);
      }
    return [...ways].map(([recruiterId, via]) => ({ recruiterId, supplierId, via }));
  });
}

/** Every sub-agent and its principals, on a day. */
async function readAgents(db: TenantDb, asOf: string): Promise<z.infer<typeof agentSchema>[]> {
  return agentSchema.array().parse(
    await db.$queryRaw`
      SELECT DISTINCT l."fromPartyId" AS "agentId", l."toPartyId" AS "recruiterId" FROM known_links() l
      JOIN "Party" a ON a."organizationId" = l."organizationId" AND a."id" = l."fromPartyId" AND a."kind" = 'labour-recruiter'
      JOIN "Party" r ON r."organizationId" = l."organizationId" AND r."id" = l."toPartyId" AND r."kind" = 'labour-recruiter'
      WHERE l."kind" = 'recruits'
        AND (l."validFrom" IS NULL OR l."validFrom" <= ${asOf}::date) AND (l."validTo" IS NULL OR l."validTo" >= ${asOf}::date)
      ORDER BY 2, 1`,
  );
}

/** The suppliers for whom a labour recruiter recruits, itself, for one of their sites or as a sub-agent: whose scores and alerts its record moves. One query. */
export async function suppliersServed(db: TenantDb, recruiterId: string): Promise<string[]> {
  const rows = await queryRows(
    db,
    z.object({ supplierId: z.string() }),
    sql`
    WITH RECURSIVE served AS (
      SELECT ${recruiterId}::uuid AS id, 0 AS depth
      UNION
      SELECT l."toPartyId", u.depth + 1
      FROM served u JOIN known_links() l ON l."fromPartyId" = u.id AND l."kind" = 'recruits'
      JOIN "Party" r ON r."organizationId" = l."organizationId" AND r."id" = l."toPartyId" AND r."kind" = 'labour-recruiter'
      WHERE u.depth < ${mostAgents}::int
    )
    SELECT DISTINCT s."partyId" AS "supplierId" FROM known_links() l
    LEFT JOIN "Site" t ON t."organizationId" = l."organizationId" AND t."partyId" = l."toPartyId"
    JOIN "Supplier" s ON s."organizationId" = l."organizationId" AND s."partyId" = COALESCE(t."supplierPartyId", l."toPartyId") AND s."archivedAt" IS NULL
    WHERE l."kind" = 'recruits' AND l."fromPartyId" IN (SELECT id FROM served) ORDER BY 1`,
  );
  return rows.map(({ supplierId }) => supplierId);
}
