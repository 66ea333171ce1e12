import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { identifier, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { reportHash } from '~/documents/verification/report-hash.server';
import { type DocumentDefinition, documentKinds, readContent } from './document-kinds';

export type ToFreeze<Content> = {
  /** Null for a document of the organization itself. */
  subjectId: string | null;
  item?: string;
  locale?: string;
  content: Content;
  note?: string;
  /** Where it is another than the newest version of the subject; null for none. */
  supersedesId?: string | null;
  issuedById: string;
  issuedAt: Date;
};

/**
 * Issues a document: a new version of its subject, which supersedes the newest one, unless another is named, and never changes. Of two at once, the second
 * waits. The content is parsed before it is stored. Nothing is returned from the table, of which a guest may read some columns only.
 */
export async function freezeDocument<Content extends Readonly<Record<string, unknown>>>(
  db: TenantDb,
  definition: DocumentDefinition<Content>,
  document: ToFreeze<Content>,
): Promise<{ documentId: string; hash: string; version: number }> {
  const { kind, newest: schemaVersion } = definition;
  const { subjectId, item = '', locale = null, note = '', issuedById, issuedAt, supersedesId } = document;
  const content = JSON.parse(JSON.stringify(document.content));
  readContent(definition, { schemaVersion, content });
  const { subject } = documentKinds[kind];
  const place = [kind, subjectId, item].join(' ');
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(current_setting('app.organization_id') || ${place}, 0))::text`;
  const hash = reportHash(content);
  const of = { kind, item, ...(subject === null ? {} : { [subject]: subjectId }) };
  // A report is known by the hash that it prints: the same content again is the same document.
  const same =
    'hash' in content ? await db.frozenDocument.findFirst({ where: { ...of, hash }, select: { id: true, version: true } }) : null;
  if (same) return { documentId: same.id, hash, version: same.version };
  const before = await queryFirst(
    db,
    z.object({ id: z.string(), version: z.number() }),
    sql`SELECT "id", "version" FROM "FrozenDocument"
      WHERE "organizationId" = current_setting('app.organization_id')::uuid AND "kind" = ${kind} AND "item" = ${item}
        AND ${subject === null ? sql`TRUE` : sql`${identifier(subject)} = ${subjectId}::uuid`}
      ORDER BY "version" DESC LIMIT 1`,
  );
  const [documentId, version] = [randomUUID(), (before?.version ?? 0) + 1];
  await db.frozenDocument.createMany({
    data: [
      {
        ...{ ...of, id: documentId, version, schemaVersion, locale, content, hash, note, issuedById, issuedAt },
        supersedesId: supersedesId === undefined ? (before?.id ?? null) : supersedesId,
      },
    ],
  });
  return { documentId, hash, version };
}
