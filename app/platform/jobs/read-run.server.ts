import type { TenantDb } from '~/access/tenant-db.server';

/** What a progress line says of a run. */
export const shownOfRun = {
  ...{ id: true, kind: true, status: true, done: true, total: true, problemCode: true },
  ...{ attempt: true, attempts: true, nextAttemptAt: true },
} as const;

/** A run's state for the page that follows it, or null. */
export async function readRun(db: TenantDb, runId: string) {
  if (!/^[0-9a-f-]{36}$/i.test(runId)) return null;
  return db.jobRun.findFirst({
    where: { id: runId },
    select: { ...shownOfRun, input: true, result: true, subjectId: true },
  });
}
