import { readdirSync } from 'node:fs';
import { Logger, runOnce } from 'graphile-worker';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as scoring from '~/risk/scores/score-all.server';
import { handleJob } from '~/platform/jobs/job-handlers.server';
import { showRun } from '~/platform/jobs/show-run';
import { readRun } from '~/platform/jobs/read-run.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { type MadeMember, makeMember } from '../tests/factories/member';
import { makeSupplier } from '../tests/factories/supplier';
import { testDatabase, withClient } from '../tests/setup/test-database';
import { jobNames } from '~/platform/jobs/enqueue.server';
import { jobTasks } from './jobs';
import { releaseJobsOfDead } from './release-jobs';

/** What blocks the work, as an unavailable database would. */
const trouble = { times: 0 };
const { scoreAllSuppliers } = scoring;
beforeEach(() => {
  vi.spyOn(scoring, 'scoreAllSuppliers').mockImplementation(async (...given) => {
    if (trouble.times === 0) return scoreAllSuppliers(...given);
    trouble.times -= 1;
    throw new Error('the work stopped');
  });
});

const queueOf = (runId: string) =>
  withClient(testDatabase().ownerUrl, async (client) => {
    const { rows } = await client.query<{ runAt: Date }>(
      `SELECT run_at AS "runAt" FROM graphile_worker._private_jobs WHERE payload->>'runId' = $1`,
      [runId],
    );
    return rows[0];
  });

async function startScoring(member: MadeMember): Promise<string> {
  await makeSupplier(member);
  const who = { organizationId: member.organization.id, userId: member.user.id };
  return (await member.inOrganization((db) => startRun(db, { kind: 'score-all', ...who }))).runId;
}

/** Makes the queue run the next attempt of a job, now. The database of the tests has jobs of others: they wait. */
async function tryOnce(runId: string): Promise<void> {
  const { ownerUrl } = testDatabase();
  await withClient(ownerUrl, (client) =>
    client.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() + CASE WHEN payload->>'runId' = $1 THEN interval '0' ELSE interval '1 day' END`,
      [runId],
    ),
  );
  await runOnce({ connectionString: ownerUrl, noHandleSignals: true, logger: new Logger(() => () => {}), taskList: jobTasks() });
}

const shownBy = (member: MadeMember, runId: string) => async () => {
  const run = await member.inOrganization((db) => readRun(db, runId));
  if (!run) throw new Error('no run');
  return showRun(run);
};

afterEach(() => {
  trouble.times = 0;
});

it('has a handler for every job, in a file with its name', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).flatMap(
    (path) => /([\w-]+)\.job\.server\.ts$/.exec(path)?.[1] ?? [],
  );
  expect(files.sort()).toEqual([...jobNames].sort());
  for (const name of jobNames) expect(() => handleJob(name, async () => ({ run: async () => {} }))).toThrow('has two handlers');
});

it('shows the next attempt and its time for a run that failed once, and continues with it', async () => {
  const member = await makeMember();
  const runId = await startScoring(member);
  const shown = shownBy(member, runId);
  expect(await shown()).toMatchObject({ status: 'waiting', tries: null });
  trouble.times = 1;
  await tryOnce(runId);
  const { status, tries, message } = await shown();
  expect({ status, message, tries }).toMatchObject({ status: 'waiting', message: null, tries: { number: 1, of: 3 } });
  // The queue starts it at the time on the page.
  const queued = await queueOf(runId);
  expect(Math.abs((queued?.runAt.getTime() ?? 0) - Date.parse(tries?.nextAt ?? ''))).toBeLessThan(2_000);
  // A second request for the same meanwhile redirects to it.
  const who = { organizationId: member.organization.id, userId: member.user.id };
  expect(await member.inOrganization((db) => startRun(db, { kind: 'score-all', ...who }))).toEqual({ runId, isNew: false });
  await tryOnce(runId);
  expect(await shown()).toMatchObject({ status: 'done', completed: 1, tries: { number: 2, of: 3, nextAt: null } });
  expect(await queueOf(runId)).toBeUndefined();
});

it('reports a failure when no attempt is left, and not before', async () => {
  const member = await makeMember();
  const runId = await startScoring(member);
  const shown = shownBy(member, runId);
  trouble.times = 4;
  for (const number of [1, 2]) {
    await tryOnce(runId);
    expect(await shown()).toMatchObject({ status: 'waiting', tries: { number, nextAt: expect.any(String) } });
  }
  await tryOnce(runId);
  const stopped = { status: 'failed', tries: { number: 3, of: 3, nextAt: null }, message: expect.stringContaining('3 times') };
  expect(await shown()).toMatchObject(stopped);
  await tryOnce(runId);
  expect(trouble.times).toBe(1);
  expect(await shown()).toMatchObject(stopped);
});

it('releases a run that is cancelled while it waits for its next attempt', async () => {
  const member = await makeMember();
  const runId = await startScoring(member);
  trouble.times = 1;
  await tryOnce(runId);
  await member.inOrganization((db) => db.jobRun.updateMany({ where: { id: runId }, data: { status: 'cancelled' } }));
  await tryOnce(runId);
  expect(await shownBy(member, runId)()).toMatchObject({ status: 'failed', message: 'The job was cancelled.', completed: 0 });
  expect(await queueOf(runId)).toBeUndefined();
});

it('reports a run whose last attempt died with its worker, and no other', async () => {
  const member = await makeMember();
  const other = await makeMember();
  const [lost, held] = [await startScoring(member), await startScoring(other)];
  await withClient(testDatabase().ownerUrl, async (client) => {
    for (const [runId, attempts] of [
      [lost, 3],
      [held, 2],
    ] as const)
      await client.query(
        `UPDATE graphile_worker._private_jobs SET locked_by = 'worker-of-lost', locked_at = now() - interval '1 minute', attempts = $2 WHERE payload->>'runId' = $1`,
        [runId, attempts],
      );
    await member.inOrganization((db) =>
      db.jobRun.updateMany({ where: { id: lost }, data: { status: 'running', attempt: 3, attempts: 3 } }),
    );
    expect(await releaseJobsOfDead(client)).toContain('worker-of-lost');
  });
  expect(await shownBy(member, lost)()).toMatchObject({ status: 'failed', message: expect.stringContaining('3 times') });
  expect(await shownBy(other, held)()).toMatchObject({ status: 'waiting' });
});
