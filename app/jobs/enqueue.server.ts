import type { TenantDb } from '~/access/tenant-db.server';
import type { Tries } from '~/platform/jobs/follow-run.server';

export type JobName =
  | 'stage-import'
  | 'commit-import'
  | 'score-all'
  | 'score-merged'
  | 'compare-edition'
  | 'find-duplicates'
  | 'prepare-file'
  | 'send-campaign'
  | 'remind-requests'
  | 'move-due-days'
  | 'receive-answers'
  | 'place-suppliers'
  | 'change-suppliers';
export type JobPayload = { organizationId: string; runId: string; userId: string };
/** A job as the queue hands it over. */
export type JobOrder = JobPayload & { tries?: Tries };

/** Puts a job on the queue; it is rolled back with the caller's transaction. The worker finds its verb in app/jobs/<name>.server.ts. */
export async function enqueue(db: TenantDb, name: JobName, payload: JobPayload): Promise<void> {
  await db.$executeRaw`SELECT enqueue_job(${name}, ${JSON.stringify(payload)}::json)`;
}
