import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';

const rowSchema = z.object({
  linkId: z.string(),
  publicId: z.string(),
  name: z.string(),
  partyKind: z.string(),
  kind: z.enum(['subcontracts', 'recruits']),
  namedAt: z.date(),
  takenBackAt: z.date().nullable(),
  by: z.string(),
  responseId: z.string(),
});
export type NamedHere = z.infer<typeof rowSchema>;
const most = 500;

/**
 * Parties that suppliers declared in a response, and names they removed: of one questionnaire, by name, or all removed since a day, newest first. For the
 * requester. One query.
 */
export async function listNamed(db: TenantDb, of: { responseId: string } | { takenBackSince: string }): Promise<NamedHere[]> {
  const responseId = 'responseId' in of ? of.responseId : null;
  const since = 'takenBackSince' in of ? of.takenBackSince : null;
  return rowSchema.array().parse(
    await db.$queryRaw`
      SELECT l."id" AS "linkId", p."publicId", p."name", p."kind" AS "partyKind", l."kind", l."createdAt" AS "namedAt", l."withdrawnAt" AS "takenBackAt",
        c."name" AS "by", s."responseId"
      FROM "Source" s
      JOIN "SupplyLink" l ON l."organizationId" = s."organizationId" AND l."sourceId" = s."id"
      JOIN "Party" p ON p."organizationId" = l."organizationId" AND p."id" = l."fromPartyId"
      JOIN "Party" c ON c."organizationId" = l."organizationId" AND c."id" = l."toPartyId"
      WHERE s."kind" = 'response' AND s."responseId" IS NOT NULL AND l."kind" IN ('subcontracts', 'recruits')
        AND (${responseId}::uuid IS NULL OR s."responseId" = ${responseId}::uuid)
        AND (l."withdrawnAs" IS NULL AND ${since}::date IS NULL OR l."withdrawnAs" = 'taken-back' AND l."withdrawnAt" >= COALESCE(${since}::date, '-infinity'))
      ORDER BY CASE WHEN ${since}::date IS NOT NULL THEN l."withdrawnAt" END DESC, p."nameKey", l."createdAt" LIMIT ${most}::int`,
  );
}
