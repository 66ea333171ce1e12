import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';

export type RecruiterHead = { partyId: string; publicId: string; name: string };

/** The provider behind a public ID, or null. One query. */
export async function findRecruiter(db: TenantDb, publicId: string | undefined): Promise<RecruiterHead | null> {
  if (publicId === undefined) return null;
  const party = await db.party.findFirst({
    where: { publicId, kind: 'labour-recruiter', mergedInto: { is: null } },
    select: { id: true, publicId: true, name: true },
  });
  return party && { partyId: party.id, publicId: party.publicId, name: party.name };
}

const relationSchema = z.object({
  linkId: z.string(),
  publicId: z.string(),
  name: z.string(),
  kind: z.string(),
  country: z.string().nullable(),
  supplier: z.string().nullable(),
  supplierPublicId: z.string().nullable(),
  sourceId: z.string(),
});
const subAgentSchema = z.object({ linkId: z.string(), publicId: z.string(), name: z.string(), depth: z.number(), sourceId: z.string() });
export type RecruiterRelation = z.infer<typeof relationSchema>;
export type SubAgent = z.infer<typeof subAgentSchema>;
const most = 200;

/**
 * For whom a provider recruits, and its sub-agents with theirs, in the order of the tree, as recorded at an instant and holding on that day.
 * A sub-agent is followed once on each way, so a circle of agents ends. At most 200 of each. Two queries.
 */
export async function readRelations(
  db: TenantDb,
  options: { partyId: string; on: Date },
): Promise<{ recruitsFor: RecruiterRelation[]; subAgents: SubAgent[] }> {
  const { partyId, on } = options;
  const day = on.toISOString().slice(0, 10);
  const recruitsFor = await db.$queryRaw`
    SELECT l."id" AS "linkId", p."publicId", p."name", p."kind", COALESCE(s."country", t."country", b."country") AS country,
      o."name" AS supplier, o."publicId" AS "supplierPublicId", l."sourceId"
    FROM known_links(${on}) l JOIN "Party" p ON p."organizationId" = l."organizationId" AND p."id" = l."toPartyId"
    LEFT JOIN "Supplier" s ON s."organizationId" = p."organizationId" AND s."partyId" = p."id"
    LEFT JOIN "Site" t ON t."organizationId" = p."organizationId" AND t."partyId" = p."id"
    LEFT JOIN "LabourRecruiter" b ON b."organizationId" = p."organizationId" AND b."partyId" = p."id"
    LEFT JOIN "Party" o ON o."organizationId" = t."organizationId" AND o."id" = t."supplierPartyId"
    WHERE l."fromPartyId" = ${partyId}::uuid AND l."kind" = 'recruits'
      AND (l."validFrom" IS NULL OR l."validFrom" <= ${day}::date) AND (l."validTo" IS NULL OR l."validTo" >= ${day}::date)
    ORDER BY p."nameKey", p."id" LIMIT ${most}::int`;
  const subAgents = await db.$queryRaw`
    WITH RECURSIVE below AS (
      SELECT l."id" AS "linkId", l."fromPartyId" AS id, l."sourceId", 1 AS depth, ARRAY[${partyId}::uuid, l."fromPartyId"] AS seen, ARRAY[p."nameKey", p."id"::text] AS place
      FROM known_links(${on}) l JOIN "Party" p ON p."organizationId" = l."organizationId" AND p."id" = l."fromPartyId" AND p."kind" = 'labour-recruiter'
      WHERE l."toPartyId" = ${partyId}::uuid AND l."kind" = 'recruits'
        AND (l."validFrom" IS NULL OR l."validFrom" <= ${day}::date) AND (l."validTo" IS NULL OR l."validTo" >= ${day}::date)
      UNION ALL
      SELECT l."id", l."fromPartyId", l."sourceId", u.depth + 1, u.seen || l."fromPartyId", u.place || ARRAY[p."nameKey", p."id"::text]
      FROM below u JOIN known_links(${on}) l ON l."toPartyId" = u.id AND l."kind" = 'recruits' AND NOT l."fromPartyId" = ANY(u.seen)
        AND (l."validFrom" IS NULL OR l."validFrom" <= ${day}::date) AND (l."validTo" IS NULL OR l."validTo" >= ${day}::date)
      JOIN "Party" p ON p."organizationId" = l."organizationId" AND p."id" = l."fromPartyId" AND p."kind" = 'labour-recruiter'
      WHERE u.depth < 6
    )
    SELECT u."linkId", p."publicId", p."name", u.depth, u."sourceId"
    FROM below u JOIN "Party" p ON p."id" = u.id ORDER BY u.place LIMIT ${most}::int`;
  return { recruitsFor: relationSchema.array().parse(recruitsFor), subAgents: subAgentSchema.array().parse(subAgents) };
}
