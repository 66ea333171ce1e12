import { randomBytes, randomUUID } from 'node:crypto';
import type { TenantDb } from '~/access/tenant-db.server';
import { type DocumentKind, documentKinds } from '~/documents/frozen-documents/document-kinds';

export type DocumentOf = {
  kind: DocumentKind;
  subjectId: string | null;
  item?: string;
  version?: number;
  content?: object;
  hash?: string;
  issuedById?: string;
  issuedAt?: Date;
};

const newest: Partial<Record<DocumentKind, string>> = { answers: 'answers/1', esap: 'action-plan/1', 'board-paper': 'board-paper/1' };

/** A frozen document of any content that the database accepts. */
export async function makeDocument(db: TenantDb, { subjectId, ...given }: DocumentOf): Promise<{ id: string; hash: string }> {
  const { subject } = documentKinds[given.kind];
  const document = { id: randomUUID(), version: 1, content: {}, hash: randomBytes(32).toString('hex'), issuedById: randomUUID(), ...given };
  await db.frozenDocument.createMany({
    data: [{ ...document, schemaVersion: newest[given.kind] ?? '1', ...(subject === null ? {} : { [subject]: subjectId }) }],
  });
  return { id: document.id, hash: document.hash };
}
