import type { TenantDb } from '~/access/tenant-db.server';

/** What was published of one audit, the newest first: one that stands at most, and those that were taken back. For callers who know of the audit. One query. */
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
