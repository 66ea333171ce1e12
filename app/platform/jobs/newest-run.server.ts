import type { TenantDb } from '~/access/tenant-db.server';

/** The run of a kind that was started last, or null. */
export async function newestRun(db: TenantDb, kind: string) {
  return db.jobRun.findFirst({
    where: { kind },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, status: true, createdAt: true, finishedAt: true },
  });
}
