import type { JobHelpers, TaskList } from 'graphile-worker';
import { z } from 'zod';
import type { JobName, JobOrder } from '~/jobs/enqueue.server';
import { run as changeSuppliers } from '~/jobs/change-suppliers.server';
import { run as commitImport } from '~/jobs/commit-import.server';
import { run as compareEdition } from '~/jobs/compare-edition.server';
import { run as findDuplicates } from '~/jobs/find-duplicates.server';
import { run as moveDueDays } from '~/jobs/move-due-days.server';
import { run as placeSuppliers } from '~/jobs/place-suppliers.server';
import { run as prepareFile } from '~/jobs/prepare-file.server';
import { run as receiveAnswers } from '~/jobs/receive-answers.server';
import { run as remindRequests } from '~/jobs/remind-requests.server';
import { run as scoreAll } from '~/jobs/score-all.server';
import { run as scoreMerged } from '~/jobs/score-merged.server';
import { run as sendCampaign } from '~/jobs/send-campaign.server';
import { run as stageImport } from '~/jobs/stage-import.server';

const payloadSchema = z.object({ organizationId: z.string(), runId: z.string(), userId: z.string() });

/** The verbs of app/jobs by the names under which they are put on the queue. */
export const jobs: Readonly<Record<JobName, (order: JobOrder) => Promise<void>>> = {
  'change-suppliers': changeSuppliers,
  'commit-import': commitImport,
  'compare-edition': compareEdition,
  'find-duplicates': findDuplicates,
  'move-due-days': moveDueDays,
  'place-suppliers': placeSuppliers,
  'prepare-file': prepareFile,
  'receive-answers': receiveAnswers,
  'remind-requests': remindRequests,
  'score-all': scoreAll,
  'score-merged': scoreMerged,
  'send-campaign': sendCampaign,
  'stage-import': stageImport,
};

/** The queue's tasks. Each gets its attempt number and the time of the next: the queue waits e, e², e³ … seconds. */
export function jobTasks(): TaskList {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, run]) => [
      name,
      (payload: unknown, { job }: JobHelpers) =>
        run({
          ...payloadSchema.parse(payload),
          tries: { number: job.attempts, of: job.max_attempts, pauseSeconds: Math.exp(Math.min(job.attempts, 10)) },
        }),
    ]),
  );
}
