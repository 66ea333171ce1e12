import type { TenantDb } from '~/access/tenant-db.server';
import { enqueue, type JobName } from '~/platform/jobs/enqueue.server';

/**
 * Puts work on the queue and returns the run whose progress pages show. A current run of the same kind and subject is returned instead of a second one.
 * `userId` null: started by the calendar.
 */
export async function startRun(
  db: TenantDb,
  options: { kind: JobName; subjectId?: string | null; organizationId: string; userId: string | null; total?: number; input?: object },
): Promise<{ runId: string; isNew: boolean }> {
  const going = await db.jobRun.findFirst({
    where: { kind: options.kind, subjectId: options.subjectId ?? null, status: { in: ['waiting', 'running'] } },
    select: { id: true },
  });
  if (going) return { runId: going.id, isNew: false };
  const run = await db.jobRun.create({
    data: {
      ...{ kind: options.kind, subjectId: options.subjectId ?? null, startedById: options.userId, total: options.total ?? 0 },
      input: JSON.parse(JSON.stringify(options.input ?? {})),
    },
    select: { id: true },
  });
  await enqueue(db, options.kind, { organizationId: options.organizationId, runId: run.id, userId: options.userId });
  return { runId: run.id, isNew: true };
}
