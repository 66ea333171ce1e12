import type { TenantDb } from '~/access/tenant-db.server';
import type { NoticeKind } from './issued-report';

/** The latest notice of each report, by hash. Reports without one are left out. One query. */
export async function noticesOf(db: TenantDb, hashes: readonly string[]): Promise<Map<string, { kind: NoticeKind; at: Date }>> {
  const found = await db.reportNotice.findMany({
    where: { reportHash: { in: [...hashes] } },
    orderBy: [{ at: 'asc' }, { kind: 'asc' }],
    select: { reportHash: true, kind: true, at: true },
  });
  return new Map(found.map(({ reportHash, kind, at }) => [reportHash, { kind: kind === 'withdrawn' ? 'withdrawn' : 'corrected', at }]));
}
