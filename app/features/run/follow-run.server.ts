import type { InOrganization } from '~/access/tenant-db.server';

export type RunOutcome = { result?: Record<string, unknown> };

/**
 * Does a run's work with its state kept beside it: running, progress, done or failed with a closed code. A run that was cancelled does not start.
 * An error is written on the run and thrown on, so that the queue may try again.
 */
export async function followRun(
  inOrganization: InOrganization,
  runId: string,
  work: (report: (done: number, total: number) => Promise<void>) => Promise<RunOutcome | undefined>,
): Promise<void> {
  const started = await inOrganization((db) =>
    db.run.updateMany({
      where: { id: runId, status: { in: ['waiting', 'running', 'failed'] } },
      data: { status: 'running', problemCode: null },
    }),
  );
  if (started.count === 0) return;
  const report = async (done: number, total: number) => {
    await inOrganization((db) => db.run.updateMany({ where: { id: runId }, data: { done, total } }));
  };
  try {
    const outcome = await work(report);
    await inOrganization((db) =>
      db.run.updateMany({
        where: { id: runId, status: 'running' },
        data: { status: 'done', finishedAt: new Date(), result: JSON.parse(JSON.stringify(outcome?.result ?? {})) },
      }),
    );
  } catch (error) {
    await inOrganization((db) =>
      db.run.updateMany({ where: { id: runId }, data: { status: 'failed', finishedAt: new Date(), problemCode: 'unexpected' } }),
    );
    throw error;
  }
}
