import type { TenantDb } from '~/access/tenant-db.server';

/** Published results of one audit, newest first: at most one current, and the withdrawn ones. For callers who may see the audit. One query. */
export async function listPublished(db: TenantDb, auditId: string) {
  const rows = await db.publishedResult.findMany({
    where: { auditId },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    select: {
      ...{ id: true, pageId: true, agreedBy: true, agreedOn: true, publishedAt: true },
      withdrawal: { select: { withdrawnAt: true, reason: true } },
    },
  });
  return {
    current: rows.find(({ withdrawal }) => withdrawal === null) ?? null,
    withdrawn: rows.flatMap(({ id, publishedAt, withdrawal }) => (withdrawal ? [{ id, publishedAt, ...withdrawal }] : [])),
  };
}
