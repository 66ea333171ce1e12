import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { type FlowLink, shortestPath } from './shortest-path';

const linkSchema = z.object({ from: z.string(), to: z.string() });

/**
 * The shortest way on which goods that leave a party come back to it through this edge, as names from the party round to itself; null when
 * the edge closes no cycle. Links that supply or subcontract and have not ended; a site counts as its supplier. Each party is visited once,
 * so the search ends whatever the graph. Two queries.
 */
export async function findCycle(db: TenantDb, link: { fromPartyId: string; toPartyId: string }): Promise<string[] | null> {
  const owners = await db.site.findMany({
    where: { partyId: { in: [link.fromPartyId, link.toPartyId] } },
    select: { partyId: true, supplierPartyId: true },
  });
  const ownerOf = (id: string) => owners.find(({ partyId }) => partyId === id)?.supplierPartyId ?? id;
  const [start, goal] = [ownerOf(link.toPartyId), ownerOf(link.fromPartyId)];
  const links: FlowLink[] = linkSchema.array().parse(
    await db.$queryRaw`
      WITH RECURSIVE below(id) AS (
        SELECT ${start}::uuid
        UNION
        SELECT COALESCE(b."supplierPartyId", l."toPartyId")
        FROM below u
        CROSS JOIN LATERAL (SELECT u.id AS "partyId" UNION ALL SELECT "partyId" FROM "Site" WHERE "supplierPartyId" = u.id) t
        JOIN known_links() l ON l."fromPartyId" = t."partyId" AND l."kind" IN ('supplies', 'subcontracts')
          AND (l."validTo" IS NULL OR l."validTo" >= CURRENT_DATE)
        LEFT JOIN "Site" b ON b."organizationId" = l."organizationId" AND b."partyId" = l."toPartyId"
        WHERE u.id <> ${goal}::uuid
      )
      SELECT u.id AS "from", COALESCE(b."supplierPartyId", l."toPartyId") AS "to"
      FROM below u
      CROSS JOIN LATERAL (SELECT u.id AS "partyId" UNION ALL SELECT "partyId" FROM "Site" WHERE "supplierPartyId" = u.id) t
      JOIN known_links() l ON l."fromPartyId" = t."partyId" AND l."kind" IN ('supplies', 'subcontracts')
        AND (l."validTo" IS NULL OR l."validTo" >= CURRENT_DATE)
      LEFT JOIN "Site" b ON b."organizationId" = l."organizationId" AND b."partyId" = l."toPartyId"`,
  );
  const path = shortestPath(links, start, goal);
  if (path === null) return null;
  const parties = await db.party.findMany({ where: { id: { in: path } }, select: { id: true, name: true } });
  const nameOf = new Map(parties.map(({ id, name }) => [id, name]));
  return [goal, ...path].map((id) => nameOf.get(id) ?? '');
}
