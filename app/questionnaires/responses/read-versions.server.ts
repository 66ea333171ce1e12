import type { TenantDb } from '~/access/tenant-db.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { logRead } from '~/documents/access-log/log-read.server';
import { answersDocument, type SharedAnswers } from './read-shared.server';
import type { ResponseRead } from './read-response.server';

/** The submissions of a supplier to this organization; the response has the newest. */
export type Version = { id: string; sentAt: Date; replacedAt: Date | null; contentHash: string };
type Which = Pick<ResponseRead, 'id' | 'origin' | 'request'>;

/**
 * The versions of the answers to a request that may still be read, the newest first: one that was replaced stays what it was, until the supplier ends
 * the sharing or its time is over. None for a member's own answers, nor for a grant's. One query.
 */
export async function readVersions(db: TenantDb, { id, origin, request }: Which): Promise<Version[]> {
  if (!origin?.snapshotId || !request) return [];
  const found = await db.documentRecipient.findMany({
    where: { organizationId: origin.supplierOrganizationId, isGranted: false, document: { kind: 'answers', responseId: id } },
    orderBy: [{ createdAt: 'desc' }, { documentId: 'desc' }],
    select: { documentId: true, createdAt: true, supersededAt: true, document: { select: { hash: true } } },
  });
  return found.map(({ documentId, createdAt, supersededAt, document }) => ({
    ...{ id: documentId, sentAt: createdAt, replacedAt: supersededAt, contentHash: document.hash },
  }));
}

/** One version with its frozen answers, its reading logged; null where this organization may not read it, or not any more. */
export async function readVersion(
  db: TenantDb,
  response: Which,
  versionId: string,
): Promise<(Version & { content: SharedAnswers }) | null> {
  const version = (await readVersions(db, response)).find(({ id }) => id === versionId);
  if (!version || !response.origin) return null;
  const document = await db.frozenDocument.findFirst({
    where: { id: version.id, kind: 'answers' },
    select: { schemaVersion: true, content: true },
  });
  if (!document) return null;
  const granterOrganizationId = response.origin.supplierOrganizationId;
  await logRead(db, { granterOrganizationId, documentId: version.id, section: '', how: 'page' });
  return { ...version, content: readContent(answersDocument, document) };
}
