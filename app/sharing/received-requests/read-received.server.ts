import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { z } from 'zod';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { asSupplier } from '~/access/received-side.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { readsOf } from '~/sharing/shared-access/read-shared-access.server';
import { getLocale } from '~/paraglide/runtime';

const rowSchema = z.object({
  askerId: z.string(),
  asker: z.string(),
  instrumentKey: z.string(),
  status: z.string(),
  answers: z.string(),
  message: z.string(),
  dueOn: z.date().nullable(),
  invitedAt: z.date(),
  submittedAt: z.date().nullable(),
});

/** One request to this organization: requester, questionnaire, term of access, and access log. Null for an unknown id. */
export async function readReceived(db: TenantDb, options: { organizationId: string; responseId: string }) {
  const { organizationId, responseId } = options;
  if (!/^[0-9a-f-]{36}$/i.test(responseId)) return null;
  const rows = await asSupplier(
    db,
    () => db.$queryRaw`
      SELECT o."id" AS "askerId", o."name" AS asker, a."instrumentKey", r."status", a."status" AS answers, r."message", r."dueOn", r."invitedAt", r."submittedAt"
      FROM "QuestionnaireRequest" r JOIN "Organization" o ON o."id" = r."organizationId"
      JOIN "QuestionnaireResponse" a ON a."organizationId" = r."supplierOrganizationId" AND a."id" = r."responseId"
      WHERE r."responseId" = ${responseId}::uuid AND r."supplierOrganizationId" = ${organizationId}::uuid`,
  );
  const [row] = rowSchema.array().parse(rows);
  if (!row) return null;
  const { askerId, answers, instrumentKey, ...rest } = row;
  await knowInstruments(db, [instrumentKey]);
  const versions = await db.documentRecipient.findMany({
    where: { organizationId, recipientOrganizationId: askerId, isGranted: false, document: { kind: 'answers', responseId } },
    orderBy: { createdAt: 'desc' },
    select: { documentId: true, createdAt: true, revokedAt: true, supersededAt: true, expiresAt: true },
  });
  const live = versions.find(
    ({ revokedAt, supersededAt, expiresAt }) => revokedAt === null && supersededAt === null && expiresAt > new Date(),
  );
  return {
    ...rest,
    responseId,
    instrument: localizedInstrument(instrumentKey, getLocale()).title.text,
    isOpen: answers === 'open',
    /** Submissions to the requester, newest first. */
    versions: versions.map(({ documentId, expiresAt, ...version }) => ({ id: documentId, ...version })),
    sharedUntil: live?.expiresAt ?? null,
    reads: await readsOf(db, {
      granterOrganizationId: organizationId,
      documentIds: versions.map(({ documentId }) => documentId),
      organizationId,
    }),
  };
}
