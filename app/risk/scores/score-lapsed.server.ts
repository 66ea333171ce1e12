import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { scoreSuppliers } from './score-suppliers.server';

/** As many as one night takes in one go; the rest follow the next night. */
const most = 2_000;
const partySchema = z.object({ partyId: z.string() });

/**
 * Scores again the suppliers whose score counts lapsed input: answers whose shared access has ended, or evidence past its last day. Returns how many. Two
 * queries when there are none.
 */
export async function scoreLapsed(db: TenantDb, options: { today: string }): Promise<number> {
  const lapsed = await queryRows(
    db,
    partySchema,
    sql`
    SELECT DISTINCT s."partyId" FROM "Supplier" s
    JOIN "Score" c ON c."organizationId" = s."organizationId" AND c."id" = s."scoreId"
    JOIN "QuestionnaireResponse" a ON a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" AND a."status" IN ('submitted', 'approved')
    JOIN (
      SELECT "responseId", "supplierOrganizationId" AS "granterId", "snapshotId" FROM "QuestionnaireRequest" WHERE "snapshotId" IS NOT NULL
      UNION ALL SELECT "responseId", "granterOrganizationId", "snapshotId" FROM "AttachedResponse"
    ) origin ON origin."responseId" = a."id"
    WHERE NOT EXISTS (
      SELECT 1 FROM "DocumentRecipient" h
      WHERE h."organizationId" = origin."granterId" AND h."documentId" = origin."snapshotId" AND h."revokedAt" IS NULL AND h."expiresAt" > now())
      AND (c."responseId" = a."id" OR EXISTS (
        SELECT 1 FROM jsonb_array_elements(c."input"->'answers') counted WHERE starts_with(counted->>'source', 'answer:' || a."id" || ':')))
    LIMIT ${most}::int`,
  );
  const partyIds = [...new Set([...lapsed, ...(await expiredSince(db, options.today))].map(({ partyId }) => partyId))];
  if (partyIds.length > 0) await scoreSuppliers(db, { partyIds, asOf: options.today });
  return partyIds.length;
}

/** Parties of whose submitted answers some evidence was valid on the day of their score and is not today: an organization's own, or listed in what is shared with it. */
function expiredSince(db: TenantDb, today: string): Promise<{ partyId: string }[]> {
  return queryRows(
    db,
    partySchema,
    sql`
    SELECT DISTINCT s."partyId" FROM "Supplier" s
    JOIN "Score" c ON c."organizationId" = s."organizationId" AND c."id" = s."scoreId"
    JOIN "QuestionnaireResponse" a ON a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" AND a."status" IN ('submitted', 'approved')
    JOIN (
      SELECT "responseId", "validUntil" FROM "Evidence" WHERE "removedAt" IS NULL
      UNION ALL
      SELECT origin."responseId", (file->>'validUntil')::date FROM (
        SELECT "responseId", "supplierOrganizationId" AS "granterId", "snapshotId" FROM "QuestionnaireRequest" WHERE "snapshotId" IS NOT NULL
        UNION ALL SELECT "responseId", "granterOrganizationId", "snapshotId" FROM "AttachedResponse" WHERE "detachedAt" IS NULL
      ) origin
      JOIN "FrozenDocument" h ON h."organizationId" = origin."granterId" AND h."id" = origin."snapshotId" AND h."kind" = 'answers'
      CROSS JOIN LATERAL jsonb_array_elements(h."content"->'files') file
    ) held ON held."responseId" = a."id" AND held."validUntil" < ${today}::date AND held."validUntil" >= c."asOf"
    LIMIT ${most}::int`,
  );
}
