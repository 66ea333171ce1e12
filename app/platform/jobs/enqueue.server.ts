import type { TenantDb } from '~/access/tenant-db.server';
import type { Tries } from './follow-run.server';

/** Every job of the queue. The module that owns one has its handler in `<name>.job.server.ts`, and its district registers it. */
export const jobNames = [
  'stage-import',
  'commit-import',
  'undo-import',
  'score-all',
  'score-merged',
  'compare-edition',
  'find-duplicates',
  'prepare-file',
  'send-campaign',
  'remind-requests',
  'move-due-days',
  'receive-answers',
  'place-suppliers',
  'change-suppliers',
  'stamp-signature',
] as const;
export type JobName = (typeof jobNames)[number];
export type JobPayload = { organizationId: string; runId: string; userId: string | null };
/** A job as the queue hands it over. */
export type JobOrder = JobPayload & { tries?: Tries };

/** Puts a job on the queue; it is rolled back with the caller's transaction. */
export async function enqueue(db: TenantDb, name: JobName, payload: JobPayload): Promise<void> {
  await db.$executeRaw`SELECT enqueue_job(${name}, ${JSON.stringify(payload)}::json)`;
}
