import type { TenantDb } from '~/access/tenant-db.server';
import { enqueue, type JobName } from '~/jobs/enqueue.server';

/**
 * Puts work on the queue and answers the run whose progress pages show. A run of the same kind and subject that still goes on is answered instead of a second one.
 * `userId` null: nobody asked, the calendar did.
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
  await enqueue(db, options.kind, { organizationId: options.organizationId, runId: run.id, userId: options.userId ?? '' });
  return { runId: run.id, isNew: true };
}
