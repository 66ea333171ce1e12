import { forOrganization } from '~/access/tenant-db.server';

/** Says of a run whose worker died in the last try that it failed: the queue makes no further one, and its page would wait for ever. */
export async function stopLostRun({ organizationId, runId }: { organizationId: string; runId: string }): Promise<void> {
  await forOrganization({ organizationId })((db) =>
    db.jobRun.updateMany({
      where: { id: runId, status: { in: ['waiting', 'running'] } },
      data: { status: 'failed', finishedAt: new Date(), problemCode: 'unexpected' },
    }),
  );
}
