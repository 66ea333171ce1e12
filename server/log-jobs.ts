import { type JobHelpers, Logger, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import { isUnreachable } from '~/access/database-away.server';
import { log } from '~/platform/log/log.server';
import { withLogContext } from '~/platform/log/log-context.server';

const payloadSchema = z.object({ organizationId: z.guid() });

/** The tasks, each with a line when it is over, and with its job on every line that is logged meanwhile. */
export function withJobLines(tasks: TaskList): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, helpers: JobHelpers) => {
        const { id, attempts, max_attempts } = helpers.job;
        const payloadOf = payloadSchema.safeParse(payload);
        const context = { jobId: id, job: name, attempt: attempts, attempts: max_attempts, organizationId: payloadOf.data?.organizationId };
        return withLogContext(context, async () => {
          const start = performance.now();
          const durationMs = () => Math.round(performance.now() - start);
          try {
            const result = await task?.(payload as never, helpers);
            log('job.finished', { outcome: 'done', durationMs: durationMs() });
            return result;
          } catch (error) {
            log('job.failed', { outcome: attempts < max_attempts ? 'retry' : 'failed', durationMs: durationMs(), error });
            throw error;
          }
        });
      },
    ]),
  );
}

/** The queue's own messages. Of a failed job a line is written where it fails; what the queue says of it quotes its error. */
export const queueLogger = new Logger(() => (level, _message, meta) => {
  if ((level !== 'error' && level !== 'warning') || meta?.failure !== undefined) return;
  const error: unknown = meta?.error ?? new Error();
  log(isUnreachable(error) ? 'database.away' : 'queue.failed', { error });
});
