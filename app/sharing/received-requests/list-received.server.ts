import { z } from 'zod';
import { asSupplier } from '~/access/received-side.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import type { TenantDb } from '~/access/tenant-db.server';

const pageSize = 50;

const rowSchema = z.object({
  responseId: z.string(),
  asker: z.string(),
  instrumentKey: z.string(),
  status: z.string(),
  answered: z.number(),
  dueOn: z.date().nullable(),
  invitedAt: z.date(),
  submittedAt: z.date().nullable(),
  sharedUntil: z.date().nullable(),
});
export type ReceivedRow = z.infer<typeof rowSchema>;

/**
 * Requests to this organization, newest first, 50 a page by keyset; `cursor` is the id of the last row seen. One query, two with a cursor. `sharedUntil`:
 * until when the requester may read the answers, null without access.
 */
export async function listReceived(
  db: TenantDb,
  options: { organizationId: string; cursor?: string | undefined; take?: number },
): Promise<{ rows: ReceivedRow[]; next: string | null }> {
  const take = options.take ?? pageSize;
  const cursor = options.cursor && z.guid().safeParse(options.cursor).success ? options.cursor : null;
  const rows = await asSupplier(
    db,
    () => db.$queryRaw`
      SELECT r."responseId", o."name" AS asker, a."instrumentKey", r."status", r."dueOn", r."invitedAt", r."submittedAt",
        (SELECT count(*)::int FROM "Answer" w WHERE w."organizationId" = a."organizationId" AND w."responseId" = a."id") AS answered,
        (SELECT max(s."expiresAt") FROM "FrozenDocument" d JOIN "DocumentRecipient" s ON s."organizationId" = d."organizationId" AND s."documentId" = d."id"
          WHERE d."organizationId" = a."organizationId" AND d."kind" = 'answers' AND d."responseId" = a."id"
          AND s."recipientOrganizationId" = r."organizationId" AND NOT s."isGranted" AND s."revokedAt" IS NULL AND s."supersededAt" IS NULL AND s."expiresAt" > now()) AS "sharedUntil"
      FROM "QuestionnaireRequest" r
      JOIN "Organization" o ON o."id" = r."organizationId"
      JOIN "QuestionnaireResponse" a ON a."organizationId" = r."supplierOrganizationId" AND a."id" = r."responseId"
      WHERE r."supplierOrganizationId" = ${options.organizationId}::uuid AND r."viaResponseId" IS NULL AND (${cursor}::uuid IS NULL OR (r."invitedAt", r."responseId") < (
        SELECT c."invitedAt", c."responseId" FROM "QuestionnaireRequest" c
        WHERE c."responseId" = ${cursor}::uuid AND c."supplierOrganizationId" = ${options.organizationId}::uuid AND c."viaResponseId" IS NULL))
      ORDER BY r."invitedAt" DESC, r."responseId" DESC LIMIT ${take + 1}::int`,
  );
  const found = rowSchema.array().parse(rows);
  await knowInstruments(
    db,
    found.map(({ instrumentKey }) => instrumentKey),
  );
  return { rows: found.slice(0, take), next: found.length > take ? (found[take - 1]?.responseId ?? null) : null };
}
