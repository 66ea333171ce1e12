import type { TenantDb } from '~/access/tenant-db.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { publishedDocument } from './schema';

/** Published results of one audit, newest first: at most one current, and the withdrawn ones. For callers who may see the audit. One query. */
export async function listPublished(db: TenantDb, auditId: string) {
  const found = await db.frozenDocument.findMany({
    where: { kind: 'published-result', auditId },
    orderBy: [{ issuedAt: 'desc' }, { id: 'asc' }],
    select: {
      ...{ id: true, item: true, schemaVersion: true, content: true, issuedAt: true },
      withdrawals: { select: { withdrawnAt: true, reason: true } },
    },
  });
  const rows = found.map(({ id, item, issuedAt, withdrawals, ...document }) => {
    const { agreedBy, agreedOn } = readContent(publishedDocument, document);
    return { id, pageId: item, agreedBy, agreedOn: new Date(agreedOn), publishedAt: issuedAt, withdrawal: withdrawals[0] ?? null };
  });
  return {
    current: rows.find(({ withdrawal }) => withdrawal === null) ?? null,
    withdrawn: rows.flatMap(({ id, publishedAt, withdrawal }) => (withdrawal ? [{ id, publishedAt, ...withdrawal }] : [])),
  };
}
