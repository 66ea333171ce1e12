import type { JobHelpers, TaskList } from 'graphile-worker';
import { z } from 'zod';
import { jobNames } from '~/platform/jobs/enqueue.server';
import { runJob } from '~/platform/jobs/job-handlers.server';

const payloadSchema = z.object({ organizationId: z.string(), runId: z.string(), userId: z.string().nullable() });

/** The queue's tasks. Each gets its attempt number and the time of the next: the queue waits e, e², e³ … seconds. */
export function jobTasks(): TaskList {
  return Object.fromEntries(
    jobNames.map((name) => [
      name,
      (payload: unknown, { job }: JobHelpers) =>
        runJob(name, {
          ...payloadSchema.parse(payload),
          tries: { number: job.attempts, of: job.max_attempts, pauseSeconds: Math.exp(Math.min(job.attempts, 10)) },
        }),
    ]),
  );
}
