import type { TenantDb } from '~/access/tenant-db.server';
import { searchText } from './list-suppliers.server';

export type FoundParty = { publicId: string; name: string; kind: string; country: string | null; supplierPublicId: string | null };

/** Up to `take` suppliers, sites and labour providers whose folded name holds the text, or whose public ID it is; the shortest names first. One query. */
export async function searchParties(db: TenantDb, options: { text: string; take?: number }): Promise<FoundParty[]> {
  const text = searchText(options.text.trim().slice(0, 200));
  if (text === '') return [];
  return db.$queryRaw<FoundParty[]>`
    SELECT p."publicId", p."name", p."kind", COALESCE(s."country", t."country", b."country") AS "country", o."publicId" AS "supplierPublicId"
    FROM "Party" p
    LEFT JOIN "Supplier" s ON s."organizationId" = p."organizationId" AND s."partyId" = p."id"
    LEFT JOIN "Site" t ON t."organizationId" = p."organizationId" AND t."partyId" = p."id"
    LEFT JOIN "LabourRecruiter" b ON b."organizationId" = p."organizationId" AND b."partyId" = p."id"
    LEFT JOIN "Party" o ON o."organizationId" = t."organizationId" AND o."id" = t."supplierPartyId"
    WHERE p."id" = ANY(ARRAY(SELECT search_parties(${text}))) AND p."kind" IN ('supplier', 'site', 'labour-provider') AND s."archivedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "MergedParty" g WHERE g."organizationId" = p."organizationId" AND g."partyId" = p."id")
    ORDER BY length(p."nameKey"), p."nameKey", p."id" LIMIT ${options.take ?? 12}::int`;
}
