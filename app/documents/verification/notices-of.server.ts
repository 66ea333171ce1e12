import type { TenantDb } from '~/access/tenant-db.server';
import type { NoticeKind } from './issued-report';

/** The latest notice on each document. Documents without one are left out. One query. */
export async function noticesOf(db: TenantDb, documentIds: readonly string[]): Promise<Map<string, { kind: NoticeKind; at: Date }>> {
  const found = await db.documentWithdrawal.findMany({
    where: { documentId: { in: [...documentIds] } },
    orderBy: [{ withdrawnAt: 'asc' }, { kind: 'asc' }],
    select: { documentId: true, kind: true, withdrawnAt: true },
  });
  return new Map(
    found.map(({ documentId, kind, withdrawnAt: at }) => [documentId, { kind: kind === 'withdrawn' ? 'withdrawn' : 'corrected', at }]),
  );
}
