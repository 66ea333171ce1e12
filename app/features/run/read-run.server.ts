import type { TenantDb } from '~/access/tenant-db.server';

/** A run's state for the page that follows it, or null. */
export async function readRun(db: TenantDb, runId: string) {
  if (!/^[0-9a-f-]{36}$/i.test(runId)) return null;
  return db.run.findFirst({
    where: { id: runId },
    select: { id: true, kind: true, status: true, done: true, total: true, problemCode: true, result: true, subjectId: true },
  });
}
