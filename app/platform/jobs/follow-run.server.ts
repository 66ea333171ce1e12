import type { InOrganization, TenantDb } from '~/access/tenant-db.server';

export type RunOutcome = { result?: Record<string, unknown> };

/** What a run's work tells: how far it is, and, as the last act of its own transaction, that it is done. Both throw `RunCancelled` when it is not wanted any more. */
export type RunWatch = {
  report: (done: number, total: number) => Promise<void>;
  finish: (db: TenantDb) => Promise<void>;
};

/** Which try of how many the queue makes, and how long it waits before the next. */
export type Tries = { number: number; of: number; pauseSeconds: number };

/** The run was cancelled: its transaction is rolled back. */
export class RunCancelled extends Error {}

/**
 * Does a run's work with its state kept beside it: running, progress, done or failed with a closed code. A run that was cancelled does not
 * start, and one that is cancelled meanwhile stops at its next report. An error is thrown on, so that the queue may try again: while a try is left the run waits
 * and says when, and only after the last has it failed. What is done outside of the queue has one try.
 */
export async function followRun(
  inOrganization: InOrganization,
  { runId, tries = { number: 1, of: 1, pauseSeconds: 0 } }: { runId: string; tries?: Tries },
  work: (report: RunWatch['report'], finish: RunWatch['finish']) => Promise<RunOutcome | undefined>,
): Promise<void> {
  const started = await inOrganization((db) =>
    db.jobRun.updateMany({
      where: { id: runId, status: { in: ['waiting', 'running', 'failed'] } },
      data: { status: 'running', problemCode: null, attempt: tries.number, attempts: tries.of, nextAttemptAt: null, finishedAt: null },
    }),
  );
  if (started.count === 0) return;
  const report = async (done: number, total: number) => {
    const told = await inOrganization((db) => db.jobRun.updateMany({ where: { id: runId, status: 'running' }, data: { done, total } }));
    if (told.count === 0) throw new RunCancelled();
  };
  const finish = async (db: TenantDb) => {
    const ended = await db.jobRun.updateMany({ where: { id: runId, status: 'running' }, data: { status: 'done', finishedAt: new Date() } });
    if (ended.count === 0) throw new RunCancelled();
  };
  try {
    const outcome = await work(report, finish);
    await inOrganization((db) =>
      db.jobRun.updateMany({
        where: { id: runId, status: { in: ['running', 'done'] } },
        data: { status: 'done', finishedAt: new Date(), result: JSON.parse(JSON.stringify(outcome?.result ?? {})) },
      }),
    );
  } catch (error) {
    if (error instanceof RunCancelled) return;
    await inOrganization((db) =>
      db.jobRun.updateMany({
        where: { id: runId, status: { in: ['running', 'done'] } },
        data:
          tries.number < tries.of
            ? { status: 'waiting', finishedAt: null, done: 0, nextAttemptAt: new Date(Date.now() + tries.pauseSeconds * 1_000) }
            : { status: 'failed', finishedAt: new Date(), problemCode: 'unexpected' },
      }),
    );
    throw error;
  }
}
