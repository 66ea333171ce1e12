import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type DocumentDefinition, readContent } from '~/documents/frozen-documents/document-kinds';

/** What a supplier shares of its answers: frozen, under the hash of its RFC 8785 form. */
export const sharedAnswersSchema = z.object({
  instrumentKey: z.string(),
  supplier: z.string(),
  submittedAt: z.iso.datetime(),
  answers: z.array(
    z.object({
      question: z.string(),
      value: z.json(),
      note: z.string(),
      answeredAt: z.iso.datetime(),
      /** The question text of that answer; missing where unknown. */
      shown: z.object({ locale: z.string(), revision: z.number().int() }).optional(),
    }),
  ),
  /** The files behind the answers by their hashes, without a name: which of them the recipient may open, SharedFile says. */
  files: z
    .array(
      z.object({
        id: z.guid(),
        question: z.string(),
        sha256: z.string(),
        mediaType: z.string(),
        sizeBytes: z.int(),
        validUntil: z.iso.date().nullable(),
      }),
    )
    .default([]),
});
export type SharedAnswers = z.infer<typeof sharedAnswersSchema>;
export const answersDocument: DocumentDefinition<SharedAnswers> = {
  ...{ kind: 'answers', newest: 'answers/1' },
  schemas: { 'answers/1': sharedAnswersSchema },
};
type SharedAnswer = Omit<SharedAnswers['answers'][number], 'answeredAt'> & { answeredAt: Date };
export type ListedFile = SharedAnswers['files'][number];
/** A file, or its redacted copy, that the recipient may open. */
export type OpenedFile = {
  evidenceId: string;
  variant: string;
  question: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  /** clean | not-scanned */
  scan: string;
  /** Whether a picture was drawn of it. */
  hasPreview: boolean;
};
type Shared = { answers: SharedAnswer[]; sharedAt: Date; listed: ListedFile[]; opened: OpenedFile[] };

/**
 * The answers that suppliers share and the files behind them, by response, in two queries; revoked or expired ones are absent: the database refuses them to
 * their former recipients. A constant number of queries, none without requests.
 */
export async function readShared(
  db: TenantDb,
  requests: readonly { responseId: string; supplierOrganizationId: string; snapshotId: string | null }[],
): Promise<Map<string, Shared>> {
  const wanted = new Map(requests.flatMap((request) => (request.snapshotId ? [[request.snapshotId, request] as const] : [])));
  if (wanted.size === 0) return new Map();
  const rows = await db.frozenDocument.findMany({
    where: { id: { in: [...wanted.keys()] }, kind: 'answers' },
    select: { id: true, organizationId: true, schemaVersion: true, content: true, issuedAt: true },
  });
  const opened = await db.sharedFile.findMany({
    where: { documentId: { in: [...wanted.keys()] } },
    orderBy: [{ evidenceId: 'asc' }, { variant: 'asc' }],
    select: {
      documentId: true,
      evidenceId: true,
      variant: true,
      question: true,
      fileName: true,
      mediaType: true,
      sizeBytes: true,
      sha256: true,
      scan: true,
      hasPreview: true,
    },
  });
  return new Map(
    rows.flatMap(({ id, organizationId, issuedAt, ...document }) => {
      const request = wanted.get(id);
      if (request?.supplierOrganizationId !== organizationId) return [];
      const { answers, files } = readContent(answersDocument, document);
      return [
        [
          request.responseId,
          {
            answers: answers.map((answer) => ({ ...answer, answeredAt: new Date(answer.answeredAt) })),
            sharedAt: issuedAt,
            listed: files,
            opened: opened.flatMap(({ documentId, ...file }) => (documentId === id ? [file] : [])),
          },
        ] as const,
      ];
    }),
  );
}

/** The responses of some parties that a supplier answered and whose answers may not be read, or not any more. */
export async function withheldResponses(db: TenantDb, partyIds: readonly string[]): Promise<string[]> {
  const rows = await queryRows(
    db,
    z.object({ id: z.string() }),
    sql`
    SELECT r."responseId" AS id FROM "QuestionnaireRequest" r
    JOIN "QuestionnaireResponse" a ON a."organizationId" = r."organizationId" AND a."id" = r."responseId"
    WHERE a."partyId" = ANY(${partyIds}::uuid[]) AND r."snapshotId" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "DocumentRecipient" s
      WHERE s."organizationId" = r."supplierOrganizationId" AND s."documentId" = r."snapshotId" AND s."revokedAt" IS NULL AND s."expiresAt" > now())
    UNION ALL
    SELECT g."responseId" FROM "AttachedResponse" g
    JOIN "QuestionnaireResponse" a ON a."organizationId" = g."organizationId" AND a."id" = g."responseId"
    WHERE a."partyId" = ANY(${partyIds}::uuid[]) AND (g."detachedAt" IS NOT NULL OR NOT EXISTS (
      SELECT 1 FROM "DocumentRecipient" s
      WHERE s."organizationId" = g."granterOrganizationId" AND s."documentId" = g."snapshotId" AND s."revokedAt" IS NULL AND s."expiresAt" > now()))`,
  );
  return rows.map(({ id }) => id);
}
